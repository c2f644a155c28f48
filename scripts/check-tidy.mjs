// clang-tidy of every translation unit that changed, or includes what changed, since it last passed.
// A pass is remembered in .gowhy/tidy by the content of the unit, all headers and .clang-tidy.
//
//   node scripts/check-tidy.mjs [WORD…]    WORD: part of a path; then nothing is taken as known
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { scriptArguments } from "./lib/arguments.mjs";
import { root } from "./lib/causes.mjs";
import { cppFiles } from "./lib/cpp.mjs";

const { words } = scriptArguments(import.meta.url, {}, true);
const known = join(root, ".gowhy/tidy");
mkdirSync(known, { recursive: true });

const all = cppFiles();
const read = (path) => readFileSync(join(root, path));
const shared = createHash("sha256").update(read(".clang-tidy"));
for (const path of all.filter((path) => path.endsWith(".h")))
  shared.update(path).update(read(path));
const base = shared.digest("hex");

// The bindings need Emscripten's headers, and Catch2's main and macros are not ours to judge.
const units = all.filter(
  (path) =>
    path.endsWith(".cpp") &&
    !/^(wasm|tests\/fuzz|tests\/unit|bench)\//.test(path) &&
    words.every((word) => path.includes(word)),
);
let failed = 0;
const waiting = [...units];
await Promise.all(Array.from({ length: cpus().length }, work));
console.log(`${units.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function work() {
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const key = createHash("sha256").update(base).update(path).update(read(path)).digest("hex");
    if (words.length === 0 && existsSync(join(known, key))) continue;
    const { code, output } = await tidy(path);
    if (code === 0) {
      writeFileSync(join(known, key), "");
      continue;
    }
    failed += 1;
    console.log(`not ok: ${path}\n${output.trim()}`);
  }
}

function tidy(path) {
  return new Promise((resolve) => {
    const child = spawn("clang-tidy", ["-p", "build/asan", "--quiet", path], { cwd: root });
    const out = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code, output: Buffer.concat(out).toString() }));
  });
}
