// Decompression in a stream, bounded in memory. The platform's own first (node:zlib,
// DecompressionStream); in browsers fflate where the platform gives up: several gzip members in a row,
// or a member that is cut. What was read before a defect is kept; the defect becomes a note.
import { type NodeInflate, type NodeZlib, nodeZlib } from "./platform.ts";
import type { Source } from "./source.ts";

export type Method = "gzip" | "deflate-raw" | "zstd";
export type Defect = "cut" | "damaged" | "unsupported";

// 32 KiB of deflate are at most 32 MiB decoded: the bound on what waits in memory.
const inputSlice = 32 << 10;

/** Decoded chunks of a compressed source. A defect is told through `onDefect`, never thrown. */
export async function* inflate(
  source: Source,
  method: Method,
  onDefect: (defect: Defect) => void,
): AsyncGenerator<Uint8Array> {
  const zlib = await nodeZlib();
  if (zlib) {
    yield* nodeInflate(zlib, source, method, onDefect);
  } else if (method === "zstd") {
    yield* zstdInBrowser(source, onDefect);
  } else {
    yield* browserInflate(source, method, onDefect);
  }
}

async function* zstdInBrowser(source: Source, onDefect: (defect: Defect) => void) {
  let stream: DecompressionStream;
  try {
    stream = new DecompressionStream("zstd" as CompressionFormat);
  } catch {
    onDefect("unsupported");
    return;
  }
  const failed = yield* platformInflate(source, stream);
  if (failed) onDefect("damaged");
}

async function* browserInflate(
  source: Source,
  method: "gzip" | "deflate-raw",
  onDefect: (defect: Defect) => void,
) {
  let delivered = 0;
  // Without a way back a failure of the platform could not be repaired: such a stream goes the slow way.
  if (source.rewindable && typeof DecompressionStream === "function") {
    const chunks = platformInflate(source, new DecompressionStream(method));
    for (;;) {
      const { done, value } = await chunks.next();
      if (done) {
        if (!value) return;
        break;
      }
      delivered += value.length;
      yield value;
    }
  }
  yield* fflateInflate(source, method, delivered, onDefect);
}

/** Returns true if the platform met something it does not read. */
async function* platformInflate(
  source: Source,
  stream: DecompressionStream,
): AsyncGenerator<Uint8Array, boolean> {
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  let failed = false;
  const pumping = (async () => {
    try {
      for await (const slice of source.slices()) {
        for (let at = 0; at < slice.length; at += inputSlice) {
          // Copied: the slice may be reused while the stream still reads it.
          await writer.write(slice.slice(at, at + inputSlice));
        }
      }
      await writer.close();
    } catch {
      failed = true;
    }
  })();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value as Uint8Array;
    }
  } catch {
    failed = true;
  } finally {
    reader.cancel().catch(() => {});
    writer.abort().catch(() => {});
  }
  await pumping;
  return failed;
}

/** Decodes from the start and leaves out the first `skip` bytes, which were delivered already. */
async function* fflateInflate(
  source: Source,
  method: "gzip" | "deflate-raw",
  skip: number,
  onDefect: (defect: Defect) => void,
) {
  const { Gunzip, Inflate } = await import("fflate");
  let ready: Uint8Array[] = [];
  let toSkip = skip;
  const take = (chunk: Uint8Array) => {
    const rest = chunk.subarray(Math.min(toSkip, chunk.length));
    toSkip -= chunk.length - rest.length;
    if (rest.length > 0) ready.push(rest);
  };
  const decoder = method === "gzip" ? new Gunzip(take) : new Inflate(take);
  const push = (bytes: Uint8Array, final: boolean): boolean => {
    try {
      decoder.push(bytes, final);
      return true;
    } catch (error) {
      onDefect((error as { code?: number }).code === 0 ? "cut" : "damaged");
      return false;
    }
  };
  for await (const slice of source.slices()) {
    for (let at = 0; at < slice.length; at += inputSlice) {
      const good = push(slice.slice(at, at + inputSlice), false);
      yield* ready;
      ready = [];
      if (!good) return;
    }
  }
  push(new Uint8Array(0), true);
  yield* ready;
}

function nodeDecoder(zlib: NodeZlib, method: Method): NodeInflate | null {
  const options = { chunkSize: 256 << 10 };
  if (method === "gzip") return zlib.createGunzip(options);
  if (method === "deflate-raw") return zlib.createInflateRaw(options);
  return zlib.createZstdDecompress?.(options) ?? null; // from Node 22.15
}

async function* nodeInflate(
  zlib: NodeZlib,
  source: Source,
  method: Method,
  onDefect: (defect: Defect) => void,
) {
  const decoder = nodeDecoder(zlib, method);
  if (!decoder) {
    onDefect("unsupported");
    return;
  }
  let delivered = 0;
  let ready: Uint8Array[] = [];
  let failure: (Error & { code?: string }) | null = null;
  let wake = () => {};
  // Collected by events: the stream's own iterator drops what it holds when an error comes.
  decoder.on("data", (chunk) => {
    delivered += chunk.length;
    ready.push(chunk);
  });
  decoder.on("error", (error) => {
    failure = error;
    wake();
  });
  decoder.on("end", () => wake());
  const settled = (act: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      wake = resolve;
      act(resolve);
    });
  try {
    for await (const slice of source.slices()) {
      for (let at = 0; at < slice.length && !failure; at += inputSlice) {
        await settled((done) => decoder.write(slice.subarray(at, at + inputSlice), done));
        yield* ready;
        ready = [];
      }
      if (failure) break;
    }
    if (!failure) await settled(() => decoder.end());
    yield* ready;
    const code = (failure as { code?: string } | null)?.code;
    if (code === "Z_BUF_ERROR") onDefect("cut");
    else if (code && method !== "zstd" && source.rewindable) {
      // zlib drops what it decoded in the call that failed; fflate hands it out.
      yield* fflateInflate(source, method, delivered, onDefect);
    } else if (failure) onDefect("damaged");
  } finally {
    decoder.destroy();
  }
}
