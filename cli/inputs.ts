// Files, stdin and addresses as sources of bytes.
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import type { Remark } from "../wasm/reading.ts";
import { bytesSource, type Source, streamSource } from "../wasm/source.ts";
import { type CliOptions, UsageError } from "./options.ts";

export interface OpenInput {
  name: string;
  source: Source;
  /** Remarks that belong to the report, e.g. that a profile was asked for in less detail. */
  remarks: Remark[];
  /** Of a URL: what to say when there is no dump in it. */
  noDumpHint: string | null;
  close(): void;
}

const wholeFileBytes = 4 << 20;
const chunkBytes = 1 << 20;

export async function openInput(argument: string, options: CliOptions): Promise<OpenInput> {
  if (argument === "-")
    return opened(
      "stdin",
      streamSource(() => process.stdin),
    );
  if (isAddress(argument)) {
    const { openUrl } = await import("./url.ts");
    return openUrl(argument, options);
  }
  return openFile(argument);
}

export function opened(name: string, source: Source): OpenInput {
  return { name, source, remarks: [], noDumpHint: null, close: () => {} };
}

/** http://…, https://…, or host:port unless a file has that name. */
function isAddress(argument: string): boolean {
  if (/^https?:\/\//i.test(argument)) return true;
  return /^(\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}$/i.test(argument) && !existsSync(argument);
}

export function openFile(path: string): OpenInput {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    throw new UsageError(fileMessage(path, error as NodeJS.ErrnoException));
  }
  const stat = fstatSync(descriptor);
  if (stat.isDirectory()) {
    closeSync(descriptor);
    throw new UsageError(
      `${path} is a directory; name the dumps in it, for example ${path.replace(/\/$/, "")}/*.txt`,
    );
  }
  if (stat.isFile() && stat.size > wholeFileBytes) return largeFile(path, descriptor, stat.size);
  try {
    return opened(path, bytesSource(readFileSync(descriptor)));
  } catch (error) {
    throw new UsageError(fileMessage(path, error as NodeJS.ErrnoException));
  } finally {
    closeSync(descriptor);
  }
}

/** Read piece by piece: a 1 GiB dump needs no 1 GiB. */
function largeFile(path: string, descriptor: number, size: number): OpenInput {
  const piece = (buffer: Uint8Array, start: number) => {
    try {
      return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, start));
    } catch (error) {
      throw new UsageError(fileMessage(path, error as NodeJS.ErrnoException));
    }
  };
  async function* slices() {
    const buffer = new Uint8Array(chunkBytes);
    for (let at = 0; ; ) {
      const bytes = piece(buffer, at);
      if (bytes.length === 0) return;
      yield bytes;
      at += bytes.length;
    }
  }
  const read = async (start: number, end: number) =>
    piece(new Uint8Array(Math.max(0, Math.min(end, size) - start)), start);
  const fill = (buffer: Uint8Array, at: number) => piece(buffer, at).length;
  const source: Source = { size, slices, rewindable: true, read, fill };
  return { ...opened(path, source), close: () => closeSync(descriptor) };
}

export function fileMessage(path: string, error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return `there is no file ${path}`;
  if (error.code === "EACCES") return `${path} may not be read (permission denied)`;
  if (error.code === "EISDIR") return `${path} is a directory; name a file in it`;
  return `${path} cannot be read: ${error.message}`;
}
