// Every accepted kind of input as one thing: slices of bytes, which may be read again where the
// platform allows it. No slice is larger than 4 MiB, and no copy of the whole input is made.
import { GowhyError } from "./errors.ts";
import type { Data } from "./types.ts";

export interface Source {
  /** null for a stream of unknown length. */
  readonly size: number | null;
  /** A slice is valid until the next one is asked for. */
  slices(): AsyncIterable<Uint8Array>;
  /** Whether slices() may be called again, from the start. */
  readonly rewindable: boolean;
  /** Random access, for zip; null for streams. */
  readonly read: ((start: number, end: number) => Promise<Uint8Array>) | null;
  /** Text needs no look for a container. */
  readonly isText?: boolean;
  /** Reads from `at` into the memory of the one who asks, without a copy of its own. Returns the
   *  number of bytes, 0 at the end. */
  readonly fill?: (buffer: Uint8Array, at: number) => number;
}

export const sliceBytes = 4 << 20;
const charactersPerSlice = 1 << 18;

/** Wraps an input of the API. Throws "bad_input" for anything that is not one of the accepted types. */
export function sourceOf(data: Data | AsyncIterable<Uint8Array> | Source): Source {
  if (typeof data === "string") return textSource(data);
  if (isSource(data)) return data;
  if (data instanceof Uint8Array) return bytesSource(data);
  if (isArrayBuffer(data)) return bytesSource(new Uint8Array(data));
  if (typeof Blob !== "undefined" && data instanceof Blob) return blobSource(data);
  if (isReadableStream(data)) return streamSource(() => readerChunks(data));
  if (isAsyncIterable(data)) return streamSource(() => data);
  throw new GowhyError(
    "bad_input",
    "the input must be a string, Uint8Array, ArrayBuffer, Blob, ReadableStream or an array of {name, data}",
  );
}

export function textSource(text: string): Source {
  async function* slices() {
    const encoder = new TextEncoder();
    const buffer = new Uint8Array(charactersPerSlice * 3);
    for (let at = 0; at < text.length; ) {
      let end = Math.min(at + charactersPerSlice, text.length);
      // A surrogate pair must not be cut: its halves alone would become U+FFFD.
      if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
      const { written } = encoder.encodeInto(text.slice(at, end), buffer);
      yield buffer.subarray(0, written);
      at = end;
    }
  }
  return { size: text.length, slices, rewindable: true, read: null, isText: true };
}

export function bytesSource(bytes: Uint8Array): Source {
  async function* slices() {
    for (let at = 0; at < bytes.length; at += sliceBytes) {
      yield bytes.subarray(at, at + sliceBytes);
    }
  }
  const read = async (start: number, end: number) => bytes.subarray(start, end);
  return { size: bytes.length, slices, rewindable: true, read };
}

function blobSource(blob: Blob): Source {
  const read = async (start: number, end: number) =>
    new Uint8Array(await readable(blob.slice(start, end).arrayBuffer()));
  async function* slices() {
    for (let at = 0; at < blob.size; at += sliceBytes) yield await read(at, at + sliceBytes);
  }
  return { size: blob.size, slices, rewindable: true, read };
}

export function streamSource(open: () => AsyncIterable<Uint8Array | string>): Source {
  async function* slices() {
    const encoder = new TextEncoder();
    const chunks = open()[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await readable(chunks.next());
        if (done) return;
        const bytes = typeof value === "string" ? encoder.encode(value) : value;
        if (!(bytes instanceof Uint8Array)) {
          throw new GowhyError("unreadable", "the stream gave something that is not bytes");
        }
        for (let at = 0; at < bytes.length; at += sliceBytes) {
          yield bytes.subarray(at, at + sliceBytes);
        }
      }
    } finally {
      // Not awaited: a stalled stream may never answer, and the caller is leaving anyway.
      chunks.return?.()?.catch?.(() => {});
    }
  }
  return { size: null, slices, rewindable: false, read: null };
}

/** ReadableStream is not async iterable in every browser. */
function readerChunks(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const { done, value } = await reader.read();
        return done ? { done: true, value: undefined } : { done: false, value };
      },
      return: async () => {
        await reader.cancel();
        return { done: true, value: undefined };
      },
    }),
  };
}

async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GowhyError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new GowhyError("unreadable", `the input could not be read: ${why}`, error);
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** The command hands over its own, which read files piece by piece. */
function isSource(data: unknown): data is Source {
  return typeof (data as Source | null)?.slices === "function";
}

/** By tag and not by class: buffers of another realm (iframe, node:vm) are as good. */
function isArrayBuffer(data: unknown): data is ArrayBuffer {
  const tag = Object.prototype.toString.call(data);
  return tag === "[object ArrayBuffer]" || tag === "[object SharedArrayBuffer]";
}

function isReadableStream(data: unknown): data is ReadableStream<Uint8Array> {
  return typeof (data as ReadableStream | null)?.getReader === "function";
}

function isAsyncIterable(data: unknown): data is AsyncIterable<Uint8Array> {
  return typeof (data as AsyncIterable<Uint8Array> | null)?.[Symbol.asyncIterator] === "function";
}
