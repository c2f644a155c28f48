// What only Node has, reached without an import specifier that a browser's bundler would follow.

export interface NodeZlib {
  createGunzip(options?: object): NodeInflate;
  createInflateRaw(options?: object): NodeInflate;
  createZstdDecompress?: (options?: object) => NodeInflate;
}

export interface NodeInflate {
  on(event: "data", listener: (chunk: Uint8Array) => void): this;
  on(event: "error", listener: (error: Error) => void): this;
  on(event: "end", listener: () => void): this;
  write(chunk: Uint8Array, done: () => void): boolean;
  end(): void;
  destroy(): void;
}

interface NodeFs {
  readFile(path: URL): Promise<Uint8Array>;
}

const isNode =
  typeof process !== "undefined" &&
  typeof process.versions?.node === "string" &&
  typeof window === "undefined";

async function builtin(name: string): Promise<unknown> {
  if (!isNode) return null;
  // getBuiltinModule exists from 20.16; the variable keeps bundlers from resolving the import.
  if (typeof process.getBuiltinModule === "function") return process.getBuiltinModule(name);
  return import(/* @vite-ignore */ name);
}

export async function nodeZlib(): Promise<NodeZlib | null> {
  return (await builtin("node:zlib")) as NodeZlib | null;
}

export async function nodeFs(): Promise<NodeFs | null> {
  return (await builtin("node:fs/promises")) as NodeFs | null;
}

/** Lets the event loop run: rendering, input, abort. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") {
      setImmediate(resolve);
      return;
    }
    // setTimeout is clamped to 4 ms after a few turns; a message is not.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
