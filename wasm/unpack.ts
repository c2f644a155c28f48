// Looks into containers by their first bytes, never by name, and tells what is found as a flat
// sequence of events: open, chunks (or the rest, to be read where it is needed), notes, close. A zip of three files is three inputs.
import { GowhyError } from "./errors.ts";
import { type Defect, inflate, type Method } from "./inflate.ts";
import { bytesSource, type Source, sliceBytes, streamSource } from "./source.ts";
import { type ZipEntry, zipDataOffset, zipEntries } from "./zip.ts";

export type UnpackEvent =
  | { kind: "open"; name: string }
  | { kind: "chunk"; bytes: Uint8Array }
  | { kind: "rest"; fill: NonNullable<Source["fill"]> }
  | { kind: "note"; code: string; text: string }
  | { kind: "close" };

type Container = "gzip" | "zip" | "zstd" | "bzip2" | "xz" | null;

const maxDepth = 3; // a zip of gzip files is common; deeper is a trap
const maxBufferedZip = 1 << 30;

export async function* unpack(
  source: Source,
  name: string,
  depth = 0,
): AsyncGenerator<UnpackEvent> {
  if (source.isText) {
    yield* plain(source.slices(), name);
    return;
  }
  const { head, all } = await peek(source);
  const container = depth < maxDepth ? containerOf(head) : null;
  if (container === "gzip") yield* compressed(all, "gzip", name, depth);
  else if (container === "zstd") yield* compressed(all, "zstd", name, depth);
  else if (container === "zip") yield* zip(all, name, depth);
  else if (container) yield* refused(name, container, unpackHint(container, name));
  else if (all.fill) yield* unread(all.fill, name);
  else yield* plain(all.slices(), name);
}

function containerOf(head: Uint8Array): Container {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x1f, 0x8b, 8)) return "gzip";
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return "zip";
  if (starts(0x28, 0xb5, 0x2f, 0xfd)) return "zstd";
  if (starts(0x42, 0x5a, 0x68) && (head[3] ?? 0) >= 0x31) return "bzip2";
  if (starts(0xfd, 0x37, 0x7a, 0x58)) return "xz";
  return null;
}

function unpackHint(container: "zstd" | "bzip2" | "xz", name: string): string {
  const command = { zstd: "zstd -dc", bzip2: "bzip2 -dc", xz: "xz -dc" }[container];
  return `${container} cannot be unpacked here; unpack it first: ${command} ${name} | gowhy`;
}

/** The first bytes, and the source still whole. */
async function peek(source: Source): Promise<{ head: Uint8Array; all: Source }> {
  if (source.read) return { head: await source.read(0, 8), all: source };
  const rest = source.slices()[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  let ended = false;
  while (head.length < 8 && !ended) {
    const { done, value } = await rest.next();
    if (done) ended = true;
    else head = joined([head, value]);
  }
  async function* slices() {
    try {
      if (head.length > 0) yield head;
      while (!ended) {
        const { done, value } = await rest.next();
        if (done) return;
        yield value;
      }
    } finally {
      await rest.return?.();
    }
  }
  return { head, all: { size: source.size, slices, rewindable: false, read: null } };
}

async function* plain(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<UnpackEvent> {
  yield { kind: "open", name };
  for await (const bytes of chunks) yield { kind: "chunk", bytes };
  yield { kind: "close" };
}

/** The whole input is for the consumer to read, into memory of its own. */
async function* unread(
  fill: NonNullable<Source["fill"]>,
  name: string,
): AsyncGenerator<UnpackEvent> {
  yield { kind: "open", name };
  yield { kind: "rest", fill };
  yield { kind: "close" };
}

async function* refused(name: string, code: string, text: string): AsyncGenerator<UnpackEvent> {
  yield { kind: "open", name };
  yield { kind: "note", code, text };
  yield { kind: "close" };
}

/** A compressed stream is one input, or what is inside it if that is a container again. */
async function* compressed(
  source: Source,
  method: Method,
  name: string,
  depth: number,
): AsyncGenerator<UnpackEvent> {
  let defect: Defect | null = null;
  const decoded = streamSource(() =>
    inflate(source, method, (found) => {
      defect = found;
    }),
  );
  for await (const event of unpack(decoded, name, depth + 1)) {
    if (event.kind === "close" && defect) yield defectNote(method, defect, name);
    yield event;
  }
}

function defectNote(method: Method, defect: Defect, name: string): UnpackEvent {
  const label = method === "deflate-raw" ? "zip" : method;
  if (defect === "unsupported")
    return { kind: "note", code: "zstd", text: unpackHint("zstd", name) };
  if (defect === "cut") {
    const text = `the ${label} data end early; what could be read of them is analysed`;
    return { kind: "note", code: `cut_${label}`, text };
  }
  const text = `the ${label} data are damaged; what could be read before the damage is analysed`;
  return { kind: "note", code: `damaged_${label}`, text };
}

async function* zip(source: Source, name: string, depth: number): AsyncGenerator<UnpackEvent> {
  const whole = source.read ? source : await buffered(source);
  const read = whole?.read;
  if (!whole || !read) {
    yield* refused(
      name,
      "zip_too_large",
      "this zip is too large to be read from a stream; give it as a file",
    );
    return;
  }
  const entries = await zipEntries(read, whole.size ?? 0);
  if (!entries) {
    yield* refused(
      name,
      "cut_zip",
      "the directory at the end of this zip is missing: it was cut or is damaged",
    );
    return;
  }
  if (entries.length === 0) yield* refused(name, "empty_zip", "this zip has no files");
  for (const entry of entries) yield* zipMember(read, entry, `${name}/${entry.name}`, depth);
}

async function* zipMember(
  read: (start: number, end: number) => Promise<Uint8Array>,
  entry: ZipEntry,
  name: string,
  depth: number,
): AsyncGenerator<UnpackEvent> {
  if (entry.encrypted) {
    yield* refused(
      name,
      "encrypted_zip",
      "this file of the zip is encrypted; unpack it first: unzip -p FILE | gowhy",
    );
    return;
  }
  const offset = await zipDataOffset(read, entry);
  if (offset === null || (entry.method !== 0 && entry.method !== 8)) {
    const text =
      "this file of the zip is packed by a method that is not read here; unpack it first: unzip -p FILE | gowhy";
    yield* refused(name, "zip_method", text);
    return;
  }
  const packed = rangeSource(read, offset, entry.compressedSize);
  if (entry.method === 0) yield* unpack(packed, name, depth + 1);
  else yield* compressed(packed, "deflate-raw", name, depth);
}

function rangeSource(
  read: (start: number, end: number) => Promise<Uint8Array>,
  start: number,
  size: number,
): Source {
  const part = (from: number, to: number) => read(start + from, start + Math.min(to, size));
  async function* slices() {
    for (let at = 0; at < size; at += sliceBytes) yield await part(at, at + sliceBytes);
  }
  return { size, slices, rewindable: true, read: part };
}

async function buffered(source: Source): Promise<Source | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const slice of source.slices()) {
    size += slice.length;
    if (size > maxBufferedZip) return null;
    parts.push(slice.slice());
  }
  return bytesSource(joined(parts));
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  if (size > maxBufferedZip) throw new GowhyError("unreadable", "the archive is too large");
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
