// analyze() and analyzeDetailed(): input in, report out.
import { init, loadWords, newSession, type Session, stage } from "./engine.ts";
import { GowhyError } from "./errors.ts";
import { checkOptions } from "./options.ts";
import { Reading } from "./reading.ts";
import { type Source, sourceOf } from "./source.ts";
import type {
  AnalyzeOptions,
  Columns,
  DetailedOptions,
  DetailedResult,
  Input,
  NamedData,
  Report,
} from "./types.ts";

/**
 * Diagnoses a goroutine dump. Text without a dump resolves, with a `no_dump` note; only an abort,
 * unreadable input and wrong options reject, with a GowhyError.
 */
export async function analyze(input: Input, options: AnalyzeOptions = {}): Promise<Report> {
  return (await analyzeDetailed(input, options)).report;
}

/** analyze(), with the core's own JSON, the columns and, with `keepSource`, the decoded bytes. */
export async function analyzeDetailed(
  input: Input,
  options: DetailedOptions = {},
): Promise<DetailedResult> {
  checkOptions(options);
  const inputs = namedSources(input, options.name ?? "input");
  const engine = await init();
  const session = newSession(engine, options);
  try {
    await prepare(session, options);
    const kept: { name: string; parts: Uint8Array<ArrayBuffer>[] }[] = [];
    const keep = (bytes: Uint8Array) => void kept.at(-1)?.parts.push(bytes.slice());
    const onChunk = options.keepSource ? keep : undefined;
    const reading = new Reading(
      inputs.map(({ source }) => source),
      { ...options, onChunk },
    );
    for (const { name, source } of inputs) {
      await reading.read(source, name, (inner) => {
        kept.push({ name: inner, parts: [] });
        return session;
      });
    }
    reading.report(session);
    const sources = options.keepSource
      ? kept.map(({ name, parts }) => ({ name, blob: new Blob(parts) }))
      : [];
    return { ...extract(session), sources };
  } finally {
    session.delete();
  }
}

/** Hands the words and the rule packs to a session. Rejects with "bad_rules". */
export async function prepare(session: Session, options: AnalyzeOptions): Promise<void> {
  if (options.words !== false && !session.setWords(stage(session, await loadWords()))) {
    throw new GowhyError("init", "the words of the causes are not what this version expects");
  }
  const packs = options.rules === undefined ? [] : [options.rules].flat();
  for (const [index, pack] of packs.entries()) {
    const text = typeof pack === "string" ? pack : JSON.stringify(pack);
    const wrong = session.addRules(stage(session, new TextEncoder().encode(text)));
    if (wrong) {
      throw new GowhyError("bad_rules", packs.length > 1 ? `rules[${index}], ${wrong}` : wrong);
    }
  }
}

/** The report as the core wrote it. */
export function reportTextOf(session: Session): string {
  return new TextDecoder().decode(session.report());
}

function extract(session: Session): Omit<DetailedResult, "sources"> {
  const reportText = reportTextOf(session);
  const columns: Record<string, unknown> = {};
  // Views into wasm memory become copies of their own: the next analysis reuses that memory.
  for (const [name, view] of Object.entries(session.columns())) {
    columns[name] = (view as Float64Array).slice();
  }
  return { report: JSON.parse(reportText), reportText, columns: columns as unknown as Columns };
}

function namedSources(input: Input, name: string): { name: string; source: Source }[] {
  if (!Array.isArray(input)) return [{ name, source: sourceOf(input) }];
  if (input.length === 0) throw new GowhyError("bad_input", "the array of inputs is empty");
  return input.map((item: NamedData) => {
    if (typeof item?.name !== "string") {
      throw new GowhyError("bad_input", "every input of an array must be {name, data}");
    }
    return { name: item.name, source: sourceOf(item.data) };
  });
}
