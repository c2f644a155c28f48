// The wasm as machine code of this machine, written by scripts/build-code.mjs: without it V8 compiles
// what is used at every start, first quickly and then, on other threads, well, which costs more than
// the analysis of a small dump. Only a build has the file, never the npm package.
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

const headerBytes = 128;

/** What build-code.mjs writes first, as JSON filled up with spaces; then come the two parts. */
interface Header {
  node: string;
  /** Of gowhy.wasm when the code was made of it: another one is newer. */
  changed: number;
  wasmBytes: number;
  codeBytes: number;
}

/** The compiled module of dist/wasm, or null where there is none for this very program. */
export function machineCode(folder: URL): WebAssembly.Module | null {
  let file: number;
  try {
    file = openSync(new URL("gowhy.code", folder), "r");
  } catch {
    return null;
  }
  try {
    const header: Header = JSON.parse(new TextDecoder().decode(part(file, headerBytes, 0)));
    const wasm = statSync(new URL("gowhy.wasm", folder));
    if (header.node !== process.version || header.changed !== wasm.mtimeMs) return null;
    const bytes = part(file, header.wasmBytes, headerBytes);
    return deserialized(part(file, header.codeBytes, headerBytes + bytes.length).buffer, bytes);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

/** V8 answers nothing where the code is of another version, processor or set of flags. */
function deserialized(code: ArrayBuffer, wasm: Uint8Array): WebAssembly.Module | null {
  setFlagsFromString("--allow-natives-syntax");
  const call = new Function("code", "wasm", "return %DeserializeWasmModule(code, wasm)");
  // Before the call: the code was made without this flag.
  setFlagsFromString("--no-allow-natives-syntax");
  return call(code, wasm) ?? null;
}

/** V8 trusts what it is given, so a file that was cut must not reach it. */
function part(file: number, size: number, from: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  if (readSync(file, bytes, 0, size, from) !== size) throw new Error("the file was cut");
  return bytes;
}
