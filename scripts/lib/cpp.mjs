// The C++ of this project that is written by hand.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./causes.mjs";

const folders = ["analyzer", "wasm", "tests/unit", "tests/fuzz", "bench"];

/** Paths from the project's folder, sorted. */
export function cppFiles() {
  const files = folders.flatMap(walk);
  return [...files, "tests/native_main.cpp"].sort();
}

function walk(folder) {
  let entries = [];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return []; // a folder that does not exist yet
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.(cpp|h)$/.test(entry.name) ? [path] : [];
  });
}
