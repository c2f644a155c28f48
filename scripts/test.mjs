// Runs the suites: builds first, then two suites at a time, the ones with browsers alone.
//
//   ./test            everything, after installing and building what it needs; the last line counts
//   ./test WORD…      only the suites with one of these names
//   ./test --list     their names
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { scriptArguments } from "./lib/arguments.mjs";
import { root } from "./lib/causes.mjs";
import { builds, suites } from "./lib/suites.mjs";

const { values, words } = scriptArguments(import.meta.url, { list: { type: "boolean" } }, true);
if (values.list) {
  for (const { name, about } of suites) console.log(`${name.padEnd(10)} ${about}`);
  process.exit(0);
}
const unknown = words.filter((word) => !suites.some(({ name }) => name === word));
if (unknown.length > 0) {
  console.error(`test: there is no suite ${unknown.join(", ")}; ./test --list names them`);
  process.exit(2);
}
const chosen = suites.filter(({ name }) => words.length === 0 || words.includes(name));
const logs = join(root, ".gowhy/logs");
mkdirSync(logs, { recursive: true });
const total = { passed: 0, failed: 0 };

const broken = new Map(); // a build that failed, and why
for (const name of new Set(chosen.flatMap((suite) => suite.builds))) {
  const result = await run(`build-${name}`, builds[name]);
  if (result.code !== 0) broken.set(name, result);
  console.log(`${result.code === 0 ? "built" : "FAIL "} ${name.padEnd(10)} ${result.seconds} s`);
}

const waiting = chosen.filter(({ alone }) => !alone);
const lanes = Array.from({ length: Math.min(2, cpus().length) }, async () => {
  for (let suite = waiting.shift(); suite; suite = waiting.shift()) await runSuite(suite);
});
await Promise.all(lanes);
for (const suite of chosen.filter(({ alone }) => alone)) await runSuite(suite);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runSuite({ name, builds: needs, command, count, fix, minutes }) {
  const missing = needs.find((build) => broken.has(build));
  const result = missing ? broken.get(missing) : await run(name, command, minutes);
  const counts = missing ? { passed: 0, failed: 1 } : counted(count, result);
  total.passed += counts.passed;
  total.failed += counts.failed;
  const text = `${counts.passed} passed, ${counts.failed} failed`;
  if (counts.failed === 0) {
    console.log(`ok    ${name.padEnd(10)} ${text} (${result.seconds} s)`);
    return;
  }
  const what = missing ? `the build ${missing} failed` : text;
  const log = join(".gowhy/logs", missing ? `build-${missing}.log` : `${name}.log`);
  console.log(`FAIL  ${name.padEnd(10)} ${what} (${result.seconds} s), whole output in ${log}`);
  console.log(excerpt(result.output).replace(/^/gm, "        "));
  console.log(`        alone: ./test ${name}${fix ? `; to fix: ${fix}` : ""}`);
}

/** A suite that says nothing countable, or fails without a failed test, has failed. */
function counted(count, { code, output }) {
  const counts = count(output, code);
  if (!counts) return { passed: 0, failed: 1 };
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

/** Runs a command in the project's folder; its output goes to a log. */
function run(name, [file, ...args], minutes = 15) {
  const started = performance.now();
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
    // A group of its own, so that a time-out ends browsers and servers with it.
    const child = spawn(file, args, {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const chunks = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.kill(-child.pid, "SIGKILL");
    }, minutes * 60_000);
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    const done = (code) => {
      clearTimeout(timer);
      const note = late ? `\nended after ${minutes} minutes\n` : "";
      const output = Buffer.concat(chunks).toString() + note;
      writeFileSync(join(logs, `${name}.log`), output);
      resolve({
        code: late ? 1 : code,
        output,
        seconds: ((performance.now() - started) / 1000).toFixed(1),
      });
    };
    child.on("error", (error) => {
      chunks.push(Buffer.from(String(error)));
      done(1);
    });
    child.on("close", (code) => done(code ?? 1));
  });
}

/** The lines around the first failures, or the end. */
function excerpt(output) {
  const lines = output.trimEnd().split("\n");
  const wanted = new Set();
  lines.forEach((line, index) => {
    if (wanted.size > 60 || !/^\s*not ok\b|\berror\b|\bERROR\b|FAILED|miss:|^✖/.test(line)) return;
    for (let at = index; at < Math.min(index + 12, lines.length); at++) wanted.add(at);
  });
  if (wanted.size === 0) return lines.slice(-25).join("\n");
  return [...wanted]
    .sort((a, b) => a - b)
    .slice(0, 80)
    .map((index) => lines[index])
    .join("\n");
}
