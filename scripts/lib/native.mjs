// Reports of many files from one process of gowhy-native.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { root } from "./causes.mjs";

/** The runner of whichever preset is built, the fastest first; null if none is. */
export function nativeBinary() {
  const builds = ["release", "debug", "asan"].map((preset) =>
    join(root, "build", preset, "gowhy-native"),
  );
  return builds.find(existsSync) ?? null;
}

/** One JSON text for each path, in their order; null where the process ended before it answered. */
export async function reportTexts(binary, paths, options = []) {
  const scratch = mkdtempSync(join(tmpdir(), "gowhy-batch-"));
  try {
    const plain = paths.map((path, index) => decompressed(path, join(scratch, String(index))));
    const answers = [];
    // A file that ends the process must not hide the others: go on behind it.
    while (answers.length < plain.length) {
      const { reports, error } = await batch(binary, options, plain.slice(answers.length));
      answers.push(...reports);
      if (answers.length < plain.length) {
        answers.push(null);
        process.stderr.write(`${paths[answers.length - 1]}: ${error}\n`);
      }
    }
    return answers;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The core reads decompressed bytes; the copy keeps the name, which the report shows. */
function decompressed(path, folder) {
  const bytes = readFileSync(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return path;
  const copy = join(folder, basename(path));
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, gunzipSync(bytes));
  return copy;
}

function batch(binary, options, paths) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, ["--batch", ...options], { stdio: "pipe" });
    const out = [];
    const err = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => err.push(chunk));
    child.stdin.on("error", () => {}); // it may end before it has read all names
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const problem = Buffer.concat(err).toString().trim().slice(-2000);
      resolve({
        reports: split(Buffer.concat(out)),
        error: problem || `ended with ${signal ?? code}`,
      });
    });
    child.stdin.end(paths.map((path) => `${path}\n`).join(""));
  });
}

/** The answers of --batch: size, newline, report. */
function split(out) {
  const reports = [];
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const size = Number(out.subarray(at, end).toString());
    if (end < 0 || end + 1 + size > out.length) break;
    reports.push(out.subarray(end + 1, end + 1 + size).toString());
    at = end + 1 + size;
  }
  return reports;
}
