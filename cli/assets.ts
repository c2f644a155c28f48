// Where the built files lie, seen from dist/cli/gowhy.mjs.
import { existsSync, readFileSync } from "node:fs";
import { configureAssets } from "../wasm/engine.ts";
import type { CauseWords } from "../wasm/types.ts";
import { machineCode } from "./machine-code.ts";
import { UsageError } from "./options.ts";

const dist = new URL("../", import.meta.url);
export const siteFolder = new URL("site/", dist);
export const netlifyFile = new URL("../netlify.toml", dist);

export function useBuiltAssets(): void {
  // Read at once: for files of this size a synchronous read is the faster one.
  configureAssets({
    wasm: async () => machineCode(new URL("wasm/", dist)) ?? readBuilt("wasm/gowhy.wasm"),
    words: async () => readBuilt("words.json"),
  });
}

export function readWords(): Record<string, CauseWords> {
  return JSON.parse(new TextDecoder().decode(readBuilt("words.json")));
}

function readBuilt(name: string): Uint8Array {
  const file = new URL(name, dist);
  if (!existsSync(file))
    throw new UsageError(`${file.pathname} is missing; build it first: ./gowhy --version`);
  return readFileSync(file);
}
