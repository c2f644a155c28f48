// What the JavaScript tests share: the built files, the captures, and the core without the loader.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const cli = join(root, "dist/cli/gowhy.mjs");
export const dumps = join(root, "tests/dumps");

/** The pair of goroutines that this project began with. */
export const pairFile = join(dumps, "http_transport_per_request/post.go1.12.debug2.txt");
export const pair = readFileSync(pairFile);
export const pairText = pair.toString();

/** The library as a user imports it: by the package's own exports. */
export function libraryUrl() {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entry = exports["."];
  const file = entry.import ?? entry.default ?? entry;
  return pathToFileURL(join(root, file.default ?? file)).href;
}

export const library = () => import(libraryUrl());

/** The bare wasm module: synchronous once loaded, for tests that analyse thousands of inputs. */
export async function core() {
  const { default: create } = await import(pathToFileURL(join(root, "dist/wasm/gowhy.mjs")).href);
  const module = await create({ wasmBinary: readFileSync(join(root, "dist/wasm/gowhy.wasm")) });
  const words = readFileSync(join(root, "dist/words.json"));
  const stage = (session, bytes) => {
    session.buffer(bytes.length).set(bytes);
    return bytes.length;
  };
  return {
    module,
    /** The core's own JSON of one input, as a string. */
    reportText(bytes, { name = "input", withWords = false, all = false, redact = false } = {}) {
      const session = new module.Session(all, redact, "", "", false);
      if (withWords && !session.setWords(stage(session, words))) throw new Error("words refused");
      session.open(name);
      for (let at = 0; at < bytes.length; at += 1 << 20) {
        session.feed(stage(session, bytes.subarray(at, at + (1 << 20))));
      }
      session.finish();
      const text = Buffer.from(session.report()).toString();
      session.delete();
      return text;
    },
  };
}

/** Every capture in tests/dumps, sorted: {path, id, bytes()}; bytes are decompressed. */
export function captures() {
  return walk(dumps)
    .filter((path) => /\.(txt|txt\.gz|pb\.gz)$/.test(path) && /\.go1\.\d+\./.test(basename(path)))
    .map((path) => ({ path, id: path.slice(dumps.length + 1), bytes: () => decompressed(path) }));
}

export function decompressed(path) {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** The native runner of whichever preset is built; null if none is. */
export function nativeBinary() {
  const builds = ["release", "debug", "asan"].map((preset) =>
    join(root, "build", preset, "gowhy-native"),
  );
  return builds.find(existsSync) ?? null;
}

function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? walk(path) : [path];
    });
}
