// Compiles dist/wasm/gowhy.wasm to machine code for this machine's Node: dist/wasm/gowhy.code, which
// cli/machine-code.ts reads. V8 offers that to embedders alone (Chromium caches wasm so); in Node only
// its test functions reach it. So the file is kept only if another process could work with it, and a
// Node that cannot make or read it costs a slower start and nothing else.
import { spawnSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { root } from "./lib/causes.mjs";

const source = join(root, "dist/wasm/gowhy.wasm");
const target = join(root, "dist/wasm/gowhy.code");
const command = join(root, "dist/cli/gowhy.mjs");
const headerBytes = 128; // as in cli/machine-code.ts

const gowhy = (...args) => spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });

// Compiling in a process of its own: an intrinsic that is called in a wrong way ends the process.
if (process.argv[2] === "--write") {
  await write(process.argv[3]);
} else {
  rmSync(target, { force: true });
  const plain = gowhy("causes");
  const partial = `${target}.tmp`;
  const writer = spawnSync(process.execPath, [import.meta.filename, "--write", partial]);
  if (writer.status === 0) {
    renameSync(partial, target);
    const coded = gowhy("causes");
    if (coded.status !== 0 || coded.stdout !== plain.stdout) rmSync(target);
  }
  rmSync(partial, { force: true });
}

async function write(path) {
  const wasm = readFileSync(source);
  const flags = ["liftoff", "wasm-dynamic-tiering", "wasm-lazy-compilation"];
  for (const flag of flags) setFlagsFromString(`--no-${flag}`);
  const module = await WebAssembly.compile(wasm);
  // The code works only under the flags it was serialised under: those of every other process.
  for (const flag of flags) setFlagsFromString(`--${flag}`);
  setFlagsFromString("--allow-natives-syntax");
  const serialize = new Function("module", "return %SerializeWasmModule(module)");
  setFlagsFromString("--no-allow-natives-syntax");
  const code = Buffer.from(serialize(module));
  const header = {
    node: process.version,
    changed: statSync(source).mtimeMs,
    wasmBytes: wasm.length,
    codeBytes: code.length,
  };
  const first = Buffer.from(JSON.stringify(header).padEnd(headerBytes));
  writeFileSync(path, Buffer.concat([first, wasm, code]));
}
