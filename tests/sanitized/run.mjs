// Every dump, whole and cut at some places, through the core that was built with address and
// undefined-behaviour sanitizers. Goldens compare what comes out; here it only must not break.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { captures, root } from "../js/support.mjs";

/** Counts "ok N" lines, or reports behind their sizes, without keeping them. */
class AnswerCounter {
  count = 0;
  last = "";
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
      else if (this.last.startsWith("ok ")) this.count += 1;
      else return; // "broken at …": the rest is not read
    }
  }
}

const cutsOfSmall = 40;
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
try {
  await check("whole", [], files);
  await check("redacted, all groups", ["--redact", "--all"], files);
  // The cost of a cut is the size of its file.
  await check(
    "cut",
    ["--cuts", String(cutsOfSmall)],
    files.filter(({ size }) => size < 40_000),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function check(what, options, all) {
  for (let rest = all; rest.length > 0; ) {
    const { answers, problem } = await batch(options, rest);
    passed += answers;
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
    const counter = new AnswerCounter(options.includes("--cuts"));
    let problem = "";
    child.stdout.on("data", (chunk) => counter.add(chunk));
    child.stderr.on("data", (chunk) => {
      if (problem.length < 6000) problem += chunk;
    });
    child.stdin.on("error", () => {}); // it may end before it has read all names
    child.on("error", reject);
    child.on("close", () => resolve({ answers: counter.count, problem: problem || counter.last }));
    child.stdin.end(list.map(({ path }) => `${path}\n`).join(""));
  });
}
