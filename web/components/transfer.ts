// What was pasted, dropped or opened, as input of the analysis.
import type { Input, NamedData } from "../../wasm/types.ts";

export interface Given {
  input: Input;
  /** What the reader sees while it is read. */
  title: string;
}

/** What a paste or a drop carries; null if it is neither text nor files. */
export function fromTransfer(transfer: DataTransfer | null): Given | null {
  if (!transfer) return null;
  if (transfer.files.length > 0) return fromFiles([...transfer.files]);
  const text = transfer.getData("text/plain");
  return text.trim() ? fromText(text) : null;
}

export function fromText(text: string): Given {
  return { input: text, title: "the pasted text" };
}

/** Several files are snapshots of one process: oldest first, as they were written. */
export function fromFiles(files: readonly File[]): Given | null {
  const [only, ...others] = files;
  if (!only) return null;
  const sorted = [...files].sort(
    (a, b) =>
      a.lastModified - b.lastModified || a.name.localeCompare(b.name, "en", { numeric: true }),
  );
  const input: NamedData[] = sorted.map((file) => ({ name: file.name, data: file }));
  return { input, title: others.length > 0 ? `${files.length} files` : only.name };
}
