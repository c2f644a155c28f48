// Checks options before anything is read: a typing error must not look like a diagnosis.
import { GowhyError } from "./errors.ts";
import type { DetailedOptions } from "./types.ts";

const kinds: Record<keyof DetailedOptions, string> = {
  name: "string",
  all: "boolean",
  redact: "boolean",
  minSeverity: "severity",
  filter: "string",
  rules: "rules",
  words: "boolean",
  maxBytes: "number",
  signal: "signal",
  onProgress: "function",
  keepSource: "boolean",
};

const expected: Record<string, string> = {
  severity: '"critical", "warning" or "info"',
  rules: "JSON text, an object, or an array of them",
  signal: "an AbortSignal",
};

export function checkOptions(options: DetailedOptions): void {
  if (typeof options !== "object" || options === null) {
    throw new GowhyError("bad_option", "options must be an object");
  }
  for (const [name, value] of Object.entries(options)) {
    const kind = kinds[name as keyof DetailedOptions];
    if (!kind) {
      const near = nearest(name, Object.keys(kinds));
      throw new GowhyError(
        "bad_option",
        `unknown option ${name}${near ? `; did you mean ${near}?` : ""}`,
      );
    }
    if (value !== undefined && !fits(value, kind)) {
      throw new GowhyError("bad_option", `option ${name} must be ${expected[kind] ?? `a ${kind}`}`);
    }
  }
}

function fits(value: unknown, kind: string): boolean {
  if (kind === "severity") return value === "critical" || value === "warning" || value === "info";
  if (kind === "rules")
    return typeof value === "string" || (typeof value === "object" && value !== null);
  if (kind === "signal")
    return typeof (value as AbortSignal | null)?.addEventListener === "function";
  if (kind === "number") return typeof value === "number" && value > 0;
  return typeof value === kind;
}

/** The candidate with the fewest edits, if that is near enough to be a slip. */
export function nearest(word: string, candidates: string[]): string | null {
  let best: string | null = null;
  let fewest = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
