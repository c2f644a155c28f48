// Loads the wasm once and keeps it. One engine serves every analysis of this thread; sessions do not
// see each other. A failed start is forgotten, so that the next call tries again.
import { GowhyError } from "./errors.ts";
import { nodeFs } from "./platform.ts";
import type { AnalyzeOptions } from "./types.ts";

/** One gowhy::Analysis. Views are valid until the next call into the module. */
export interface Session {
  buffer(size: number): Uint8Array;
  open(name: string): void;
  feed(size: number): void;
  note(code: string, text: string): void;
  finish(): void;
  setWords(size: number): boolean;
  addRules(size: number): string;
  goroutines(): number;
  report(): Uint8Array;
  columns(): Record<string, ArrayBufferView>;
  delete(): void;
}

export interface Engine {
  Session: new (
    all: boolean,
    redact: boolean,
    minSeverity: string,
    filter: string,
    brief: boolean,
  ) => Session;
  causes(): string;
  version(): string;
}

type Factory = (settings: Record<string, unknown>) => Promise<Engine>;

export interface Assets {
  /** Where gowhy.wasm is, its bytes, or what gives them: as bytes or compiled already. */
  wasm?: URL | string | Uint8Array | (() => Promise<Uint8Array | WebAssembly.Module>);
  /** Where words.json is, or its bytes. */
  words?: URL | string | Uint8Array | (() => Promise<Uint8Array>);
}

let assets: Assets = {};
let starting: Promise<Engine> | null = null;
let wordsLoading: Promise<Uint8Array> | null = null;

/** Tells where the wasm and the words are, where the default (beside this package) does not hold. */
export function configureAssets(given: Assets): void {
  assets = { ...assets, ...given };
  starting = null;
  wordsLoading = null;
}

/** The started engine. Rejects with code "csp" or "init"; a later call starts anew. */
export function init(): Promise<Engine> {
  starting ??= start().catch((error: unknown) => {
    starting = null;
    throw error;
  });
  return starting;
}

/** The bytes of words.json: the long texts of all causes. */
export function loadWords(): Promise<Uint8Array> {
  wordsLoading ??= readAsset(assets.words ?? new URL("../dist/words.json", import.meta.url)).catch(
    (error: unknown) => {
      wordsLoading = null;
      throw new GowhyError(
        "init",
        `the words of the causes could not be loaded: ${message(error)}`,
        error,
      );
    },
  );
  return wordsLoading;
}

/** `brief`: the report is only for a text (gowhy::Options::brief). */
export function newSession(engine: Engine, options: AnalyzeOptions, brief = false): Session {
  return new engine.Session(
    options.all ?? false,
    options.redact ?? false,
    options.minSeverity ?? "",
    options.filter ?? "",
    brief,
  );
}

/** Copies bytes into the session's staging buffer and returns their number. */
export function stage(session: Session, bytes: Uint8Array): number {
  session.buffer(bytes.length).set(bytes);
  return bytes.length;
}

async function start(): Promise<Engine> {
  try {
    const [{ default: create }, module] = await Promise.all([
      import("../dist/wasm/gowhy.mjs") as Promise<{ default: Factory }>,
      compile(),
    ]);
    return await instantiate(create, module);
  } catch (error) {
    if (isBlockedByPolicy(error)) {
      throw new GowhyError(
        "csp",
        "the Content-Security-Policy of this page blocks WebAssembly: add 'wasm-unsafe-eval' to script-src",
        error,
      );
    }
    throw new GowhyError("init", `the analysis could not be loaded: ${message(error)}`, error);
  }
}

async function compile(): Promise<WebAssembly.Module> {
  const wasm = assets.wasm ?? new URL("../dist/wasm/gowhy.wasm", import.meta.url);
  if ((wasm instanceof URL || typeof wasm === "string") && !isFile(wasm)) {
    const response = await fetched(wasm);
    // Streaming needs the MIME type application/wasm, which not every host sends.
    if (response.headers.get("content-type")?.startsWith("application/wasm")) {
      return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
  }
  const given = await readAsset(wasm);
  return given instanceof WebAssembly.Module ? given : WebAssembly.compile(given as BufferSource);
}

/** The glue never rejects when its own instantiation fails, so the outer promise has to. */
function instantiate(create: Factory, module: WebAssembly.Module): Promise<Engine> {
  return new Promise<Engine>((resolve, reject) => {
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module), reject);
      return {};
    };
    create({ instantiateWasm }).then(resolve, reject);
  });
}

async function readAsset<Given>(
  asset: URL | string | Uint8Array | (() => Promise<Given>),
): Promise<Uint8Array | Given> {
  if (asset instanceof Uint8Array) return asset;
  if (typeof asset === "function") return asset();
  if (isFile(asset)) {
    const fs = await nodeFs();
    if (fs) return fs.readFile(new URL(asset));
  }
  return new Uint8Array(await (await fetched(asset)).arrayBuffer());
}

async function fetched(url: URL | string): Promise<Response> {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response;
}

function isFile(url: URL | string): boolean {
  return String(url).startsWith("file:");
}

/** Chromium and Firefox throw a CompileError that names the policy; Safari says "unsafe-eval". */
function isBlockedByPolicy(error: unknown): boolean {
  return /content security policy|unsafe-eval|\bCSP\b/i.test(message(error));
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
