// The list of files in a zip archive, from its central directory (APPNOTE.TXT 6.3.10, sections 4.3
// and 4.5.3). Only what a dump needs: names, sizes, methods, offsets, zip64.

export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  compressedSize: number;
  headerOffset: number;
}

type Read = (start: number, end: number) => Promise<Uint8Array>;

const endSignature = 0x06054b50;
const end64LocatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const maxDirectory = 64 << 20;

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Entries in the order of the archive, folders left out; null if the directory is not there. */
export async function zipEntries(read: Read, size: number): Promise<ZipEntry[] | null> {
  const directory = await findDirectory(read, size);
  if (!directory || directory.size > maxDirectory || directory.offset + directory.size > size)
    return null;
  const bytes = await read(directory.offset, directory.offset + directory.size);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === entrySignature; ) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) return null;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd));
    if (!name.endsWith("/") && !name.startsWith("__MACOSX/")) {
      entries.push({ name, ...entryFields(view, at, nameEnd, extraEnd) });
    }
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the data of an entry begin: its local header has extra fields of its own. */
export async function zipDataOffset(read: Read, entry: ZipEntry): Promise<number | null> {
  const header = await read(entry.headerOffset, entry.headerOffset + 30);
  if (header.length < 30) return null;
  const view = viewOf(header);
  if (view.getUint32(0, true) !== localSignature) return null;
  return entry.headerOffset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}

function entryFields(view: DataView, at: number, extraStart: number, extraEnd: number) {
  let compressedSize = view.getUint32(at + 20, true);
  let headerOffset = view.getUint32(at + 42, true);
  // zip64 (id 1) holds, in this order, only those of: size, compressed size, offset that are all ones.
  for (
    let field = extraStart;
    field + 4 <= extraEnd;
    field += 4 + view.getUint16(field + 2, true)
  ) {
    if (view.getUint16(field, true) !== 1) continue;
    const end = Math.min(field + 4 + view.getUint16(field + 2, true), extraEnd);
    let value = field + 4;
    const next = () => {
      const number = value + 8 <= end ? Number(view.getBigUint64(value, true)) : 0;
      value += 8;
      return number;
    };
    if (view.getUint32(at + 24, true) === 0xffffffff) next();
    if (compressedSize === 0xffffffff) compressedSize = next();
    if (headerOffset === 0xffffffff) headerOffset = next();
  }
  const flags = view.getUint16(at + 8, true);
  return {
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    compressedSize,
    headerOffset,
  };
}

async function findDirectory(
  read: Read,
  size: number,
): Promise<{ offset: number; size: number } | null> {
  // The end record is the last thing but for a comment of at most 65,535 bytes.
  const tailStart = Math.max(0, size - 65_557 - 20);
  const tail = await read(tailStart, size);
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const offset = view.getUint32(at + 16, true);
    if (offset !== 0xffffffff) return { offset, size: view.getUint32(at + 12, true) };
    if (at < 20 || view.getUint32(at - 20, true) !== end64LocatorSignature) return null;
    const record = Number(view.getBigUint64(at - 12, true));
    const bytes = await read(record, record + 56);
    if (bytes.length < 56) return null;
    const end = viewOf(bytes);
    return { offset: Number(end.getBigUint64(48, true)), size: Number(end.getBigUint64(40, true)) };
  }
  return null;
}
