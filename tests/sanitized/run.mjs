// Every dump, whole and cut at some places, through the core that was built with address and
// undefined-behaviour sanitizers. Goldens compare what comes out; here it only must not break.
// One small dump of each format is cut, and has a byte changed, at many places: a goroutine that is
// damaged must not cost its neighbours.
//
//   node tests/sanitized/run.mjs           some places
//   node tests/sanitized/run.mjs --full    the small dumps at every byte

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { scriptArguments } from "../../scripts/lib/arguments.mjs";
import { captures, dumps, root } from "../js/support.mjs";

/** Counts "ok N FEWEST" lines, or reports behind their sizes, without keeping them. */
class AnswerCounter {
  count = 0;
  last = "";
  /** The fewest goroutines that any damage left of each file. */
  fewest = [];
  #cuts;
  #line = "";
  #left = 0;

  constructor(cuts) {
    this.#cuts = cuts;
  }

  add(chunk) {
    let at = 0;
    while (at < chunk.length) {
      const skipped = Math.min(this.#left, chunk.length - at);
      at += skipped;
      this.#left -= skipped;
      if (skipped > 0) {
        if (this.#left === 0) this.count += 1;
        continue;
      }
      const end = chunk.indexOf(10, at);
      this.#line += chunk.subarray(at, end < 0 ? chunk.length : end).toString();
      at = end < 0 ? chunk.length : end + 1;
      if (end < 0) return;
      this.last = this.#line;
      this.#line = "";
      if (!this.#cuts) this.#left = Number(this.last);
      else if (!this.last.startsWith("ok "))
        return; // "broken at …": the rest is not read
      else {
        this.count += 1;
        this.fewest.push(Number(this.last.split(" ")[2]));
      }
    }
  }
}

const cutsOfSmall = 16;
const placesOfSample = 300;
const placesOfWrapped = 30;
const { values } = scriptArguments(import.meta.url, { full: { type: "boolean" } });
const binary = join(root, "build/asan/gowhy-native");
const folder = mkdtempSync(join(tmpdir(), "gowhy-sanitized-"));
let passed = 0;
let failed = 0;

const files = captures().map((capture, index) => {
  const path = join(folder, String(index), basename(capture.path));
  const bytes = capture.bytes();
  mkdirSync(join(path, ".."));
  writeFileSync(path, bytes);
  return { id: capture.id, path, size: bytes.length };
});
const wrapped = join(dumps, "formats/wrapped");
const wrappedFiles = readdirSync(wrapped).map((name) => ({
  id: `formats/wrapped/${name}`,
  path: join(wrapped, name),
  goroutines: 2,
}));
try {
  await check("whole", [], files);
  await check("redacted, all groups", ["--redact", "--all"], files);
  // The cost of a cut is the size of its file.
  await check(
    "cut",
    ["--cuts", String(cutsOfSmall)],
    files.filter(({ size }) => size < 40_000),
  );
  const places = values.full ? 0 : placesOfSample;
  const sample = smallOfEachFormat();
  await check("cut everywhere", ["--cuts", String(places)], sample);
  await check("a byte changed", ["--flips", String(places)], sample);
  const ofWrapped = ["--flips", String(values.full ? 0 : placesOfWrapped)];
  await check("wrapped, a byte changed", ofWrapped, wrappedFiles);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** The smallest dump of each format that has three goroutines, or all that a profile can have. */
function smallOfEachFormat() {
  const best = new Map();
  for (const file of files) {
    const format = /\.([a-z0-9]+)\.(txt|pb)(\.gz)?$/.exec(file.id)[1];
    const text = readFileSync(file.path, "latin1");
    const enough = !text.includes("\ngoroutine ") || text.split(/^goroutine /m).length > 3;
    if (enough && file.size > 700 && file.size < (best.get(format)?.size ?? 40_000)) {
      const plain = format === "debug2" || format === "goroutineleak";
      best.set(format, { ...file, goroutines: plain ? text.split(/^goroutine /m).length - 1 : 0 });
    }
  }
  return [...best.values()];
}

async function check(what, options, all) {
  for (let rest = all; rest.length > 0; ) {
    const { answers, problem, fewest } = await batch(options, rest);
    passed += answers;
    // A byte changed can cost one goroutine, its neighbours are untouched.
    fewest.forEach((found, index) => {
      const { id, goroutines = 0 } = rest[index];
      if (!options.includes("--flips") || found >= goroutines - 1) return;
      failed += 1;
      console.log(`not ok: ${id}, ${what}: only ${found} of ${goroutines} goroutines are left`);
    });
    if (answers >= rest.length) return;
    failed += 1;
    console.log(`not ok: ${rest[answers].id}, ${what}\n${problem}`);
    rest = rest.slice(answers + 1);
  }
}

/** How many files were answered, and what ended the process if not all were. */
function batch(options, list) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, ["--batch", ...options], {
      env: { ...process.env, UBSAN_OPTIONS: "print_stacktrace=1" },
    });
    const counter = new AnswerCounter(options.includes("--cuts") || options.includes("--flips"));
    let problem = "";
    child.stdout.on("data", (chunk) => counter.add(chunk));
    child.stderr.on("data", (chunk) => {
      if (problem.length < 6000) problem += chunk;
    });
    child.stdin.on("error", () => {}); // it may end before it has read all names
    child.on("error", reject);
    child.on("close", () =>
      resolve({ answers: counter.count, problem: problem || counter.last, fewest: counter.fewest }),
    );
    child.stdin.end(list.map(({ path }) => `${path}\n`).join(""));
  });
}
