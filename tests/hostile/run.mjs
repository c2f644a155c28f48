// Inputs that want too much memory or time (inputs.mjs), through the command: it must end with a
// report, say what it left out, keep the goroutines around, and stay below a peak of memory.
//
//   node tests/hostile/run.mjs [WORD]     what ./test runs
//   node tests/hostile/run.mjs --size N WORD
//   node tests/hostile/run.mjs --full     a line of 1 GiB, 10 million headers and their like; prints a table
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { scriptArguments } from "../../scripts/lib/arguments.mjs";
import { schemaErrors } from "../golden/schema.mjs";
import { cli, root } from "../js/support.mjs";
import { inputs } from "./inputs.mjs";

const options = { full: { type: "boolean" }, size: { type: "string" } };
const { values, words } = scriptArguments(import.meta.url, options, true);
const peak = pathToFileURL(join(root, "tests/hostile/peak.mjs")).href;
let passed = 0;
let failed = 0;

for (const input of inputs.filter(({ name }) => words.every((word) => name.includes(word)))) {
  const size = Number(values.size) || (values.full ? input.full : input.size);
  const name = input.name.replace(/\bN\b/, String(size));
  const { report, seconds, megabytes, problem } = await run(input.make(size));
  const problems = problem ? [problem] : check(input, size, report, megabytes);
  if (problems.length === 0) passed += 1;
  else failed += 1;
  const notes = report?.notes.map(({ code }) => code) ?? [];
  const outcome = `${seconds.toFixed(1)} s of processor, ${megabytes} MB, ${[...new Set(notes)].join(" ") || "no note"}`;
  console.log(`${problems.length === 0 ? "ok" : "not ok"}: ${name}: ${outcome}`);
  for (const line of problems) console.log(`    ${line}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function check({ note, goroutines, limit }, size, report, megabytes) {
  const problems = [];
  const errors = schemaErrors(report);
  if (errors) problems.push(errors);
  if (note && !report.notes.some(({ code }) => code === note)) problems.push(`no note ${note}`);
  const wanted = typeof goroutines === "function" ? goroutines(size) : goroutines;
  const found = report.summary.goroutines;
  if (wanted !== undefined && found < wanted) problems.push(`${found} goroutines of ${wanted}`);
  if (megabytes > limit) problems.push(`${megabytes} MB, ${limit} are allowed`);
  return problems;
}

/** Feeds the command as fast as it reads. */
async function run(chunks) {
  const child = spawn(process.execPath, ["--import", peak, cli, "--format", "json", "-"]);
  const out = [];
  let err = "";
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  child.stdin.on("error", () => {}); // it may end before it has read all
  const closed = once(child, "close");
  for (const chunk of chunks) {
    if (child.exitCode !== null) break;
    if (!child.stdin.write(chunk)) await Promise.race([once(child.stdin, "drain"), closed]);
  }
  child.stdin.end();
  const [code, signal] = await closed;
  const used = /peak (\d+) cpu ([\d.]+)/.exec(err) ?? [];
  const megabytes = Math.round(Number(used[1]) / 1024);
  const seconds = Number(used[2]);
  try {
    return { report: JSON.parse(Buffer.concat(out)), seconds, megabytes };
  } catch (error) {
    const problem = `${error.message}; exit ${code ?? signal}; ${err.slice(0, 500)}`;
    return { report: null, seconds, megabytes, problem };
  }
}
