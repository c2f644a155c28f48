// Native and wasm give the same bytes for every capture: two compilers, one report.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { captures, core, nativeBinary, root } from "../js/support.mjs";

const native = nativeBinary();
const folder = mkdtempSync(join(tmpdir(), "gowhy-parity-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("the native runner is built", () => {
  assert.ok(
    native,
    "build it: cmake --preset release && cmake --build --preset release --target gowhy-native",
  );
});

test("every capture gives the same bytes natively and in wasm", { skip: !native }, async () => {
  const { reportText } = await core();
  const all = captures();
  assert.ok(all.length > 0);
  // The core reads decompressed bytes only; the file keeps the name that the report shows.
  const paths = all.map((capture, index) => {
    const path = join(folder, `${index}`, basename(capture.path));
    return { capture, path };
  });
  const { mkdirSync } = await import("node:fs");
  for (const { capture, path } of paths) {
    mkdirSync(join(path, ".."));
    writeFileSync(path, capture.bytes());
  }
  const reports = await nativeReports(paths.map(({ path }) => path));
  const different = [];
  paths.forEach(({ capture }, index) => {
    const wasm = reportText(capture.bytes(), { name: basename(capture.path), withWords: true });
    if (wasm !== reports[index]) different.push(`${capture.id}: ${place(wasm, reports[index])}`);
  });
  assert.deepEqual(different, []);
});

/** One process for all files: each answer is its size, a newline, the report. */
function nativeReports(paths) {
  return new Promise((resolve, reject) => {
    const child = spawn(native, ["--batch", "--words", join(root, "dist/words.json")]);
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", () => {
      const out = Buffer.concat(chunks);
      const reports = [];
      for (let at = 0; at < out.length; ) {
        const end = out.indexOf(10, at);
        const size = Number(out.subarray(at, end).toString());
        reports.push(out.subarray(end + 1, end + 1 + size).toString());
        at = end + 1 + size;
      }
      resolve(reports);
    });
    child.stdin.end(paths.map((path) => `${path}\n`).join(""));
  });
}

function place(wasm, nativeText = "(nothing)") {
  let at = 0;
  while (at < wasm.length && wasm[at] === nativeText[at]) at += 1;
  return `at ${at}: wasm ${wasm.slice(at, at + 80)} | native ${nativeText.slice(at, at + 80)}`;
}
