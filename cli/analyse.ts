// FILE… → report(s) → stdout and the exit code.
import { readFileSync } from "node:fs";
import { prepare } from "../wasm/analyze.ts";
import { type Engine, init, loadWords, newSession, type Session, stage } from "../wasm/engine.ts";
import { GowhyError } from "../wasm/errors.ts";
import { Reading } from "../wasm/reading.ts";
import { renderText } from "../wasm/render/text.ts";
import type { Progress, Report, Severity } from "../wasm/types.ts";
import { Analysed } from "./analysed.ts";
import { fileMessage, type OpenInput, openInput } from "./inputs.ts";
import { type CliOptions, UsageError } from "./options.ts";
import { terminal, write } from "./output.ts";
import { Tee } from "./tee.ts";

const rank: Record<Severity, number> = { info: 1, warning: 2, critical: 3 };

export async function analyseInputs(options: CliOptions): Promise<number> {
  const rules = options.rules.map(readRules);
  const baseline =
    options.baseline === null ? null : (await import("./baseline.ts")).read(options.baseline);
  const engine = await init();
  const results: Analysed[] = [];
  const failures: string[] = [];
  const hints: string[] = [];
  if (options.compare) await compared(engine, options, rules, results, failures);
  else await oneByOne(engine, options, rules, results, failures, hints);
  for (const failure of failures) complain(failure);
  if (results.length > 0) {
    const dumps = results.filter((result) => result.hasDump);
    const shown = options.format === "json" || dumps.length > 0 ? results : [];
    if (shown.length > 0) await write(await rendered(shown, options, baseline), options.output);
    if (dumps.length === 0) {
      complain(hints[0] ?? noDump(results));
      return failures.length > 0 ? 2 : 3;
    }
  }
  if (failures.length > 0) return 2;
  return judge(results, options, baseline);
}

async function oneByOne(
  engine: Engine,
  options: CliOptions,
  rules: string[],
  results: Analysed[],
  failures: string[],
  hints: string[],
): Promise<void> {
  await prepareOnce(engine, options, rules);
  for (const argument of options.inputs) {
    const before = results.length;
    await withInput(argument, options, failures, async (input) => {
      const reading = new Reading([input.source], progressOptions(options, input.name));
      let current: { name: string; session: Session } | null = null;
      const finish = () => {
        if (!current) return;
        results.push(taken(current.session, current.name));
        current = null;
      };
      const begin = (name: string) => {
        finish();
        current = { name, session: sessionOf(engine, options, rules) };
        return current.session;
      };
      await reading.read(input.source, input.name, begin, input.remarks);
      finish();
      const report = results.slice(before);
      if (input.noDumpHint && !report.some((result) => result.hasDump))
        hints.push(input.noDumpHint);
    });
  }
}

async function compared(
  engine: Engine,
  options: CliOptions,
  rules: string[],
  results: Analysed[],
  failures: string[],
): Promise<void> {
  await prepareOnce(engine, options, rules);
  const session = sessionOf(engine, options, rules);
  for (const argument of options.inputs) {
    await withInput(argument, options, failures, async (input) => {
      const reading = new Reading([input.source], progressOptions(options, input.name));
      await reading.read(input.source, input.name, () => session, input.remarks);
    });
  }
  if (failures.length < options.inputs.length) results.push(taken(session, null));
  else session.delete();
}

/** An input that fails is told at the end and does not stop the others. */
async function withInput(
  argument: string,
  options: CliOptions,
  failures: string[],
  act: (input: OpenInput) => Promise<void>,
): Promise<void> {
  let input: OpenInput | null = null;
  try {
    input = await openInput(argument, options);
    await act(input);
  } catch (error) {
    const own =
      error instanceof UsageError || (error instanceof GowhyError && error.code === "unreadable");
    if (!own) throw error;
    failures.push((error as Error).message.replace(/^the input could not be read: /, ""));
  } finally {
    input?.close();
  }
}

/** Words and rules are checked once, on a session that is thrown away, so that later ones cannot fail. */
let words: Uint8Array | null = null;
async function prepareOnce(engine: Engine, options: CliOptions, rules: string[]): Promise<void> {
  if (words) return;
  words = await loadWords();
  if (rules.length === 0) return;
  const trial = newSession(engine, {});
  for (const [index, pack] of rules.entries()) {
    try {
      await prepare(trial, { words: false, rules: pack });
    } catch (error) {
      throw new UsageError(at(options.rules[index] ?? "", (error as Error).message));
    }
  }
  trial.delete();
}

function sessionOf(engine: Engine, options: CliOptions, rules: string[]): Session {
  const { all, redact, minSeverity, filter } = options;
  const brief = !all && ["text", "markdown", "github"].includes(options.format);
  const shown = newSession(
    engine,
    { all, redact, filter, ...(minSeverity ? { minSeverity } : {}) },
    brief,
  );
  const judgedApart = minSeverity !== "" || filter !== "";
  const session = judgedApart ? new Tee(shown, newSession(engine, { redact }, true)) : shown;
  if (words) session.setWords(stage(session, words));
  for (const pack of rules) session.addRules(stage(session, new TextEncoder().encode(pack)));
  return session;
}

function taken(session: Session, name: string | null): Analysed {
  const judged = session instanceof Tee ? session.judgedReport() : null;
  const analysed = new Analysed(name, session.report().slice(), judged);
  session.delete();
  return analysed;
}

async function rendered(
  results: Analysed[],
  options: CliOptions,
  baseline: Set<string> | null,
): Promise<string | Uint8Array> {
  if (options.format === "json") {
    const [first, ...more] = results.map(({ bytes }) => bytes);
    if (first && more.length === 0) return first;
    return Buffer.concat(results.map(({ bytes }) => bytes));
  }
  const document = await wholeDocument(results, options);
  if (document !== null) return document;
  const render = await renderer(options);
  const parts: string[] = [];
  for (const result of results) {
    if (options.inputs.length > 1 || results.length > 1) {
      if (options.format === "text" && result.name !== null) parts.push(`== ${result.name} ==\n`);
      if (options.format === "markdown" && result.name !== null)
        parts.push(`## ${result.name}\n\n`);
    }
    parts.push(render(result.report));
    if (baseline && options.format === "text") {
      const { sinceBaseline } = await import("./baseline.ts");
      parts.push(`\n${sinceBaseline(result.judged, baseline)}\n`);
    }
    if (result !== results.at(-1)) parts.push("\n");
  }
  return parts.join("");
}

/** Formats that are one document, however many inputs there are; null for the others. */
async function wholeDocument(results: Analysed[], options: CliOptions): Promise<string | null> {
  const reports = results.map(({ report }) => report);
  if (options.format === "sarif") {
    return (await import("../wasm/render/sarif.ts")).renderSarif(reports);
  }
  if (options.format === "speedscope") {
    return (await import("../wasm/render/speedscope.ts")).renderSpeedscope(reports);
  }
  if (options.format !== "html") return null;
  const links = options.sourceUrl === null ? {} : { sourceUrl: options.sourceUrl };
  const { renderHtml } = await import("../wasm/render/html.ts");
  return renderHtml(reports, { all: options.all, ...links });
}

async function renderer(options: CliOptions): Promise<(report: Report) => string> {
  const links = options.sourceUrl === null ? {} : { sourceUrl: options.sourceUrl };
  if (options.format === "markdown") {
    const { renderMarkdown } = await import("../wasm/render/markdown.ts");
    return (report) => renderMarkdown(report, { all: options.all, ...links });
  }
  if (options.format === "github") {
    const { renderGithub } = await import("../wasm/render/github.ts");
    return renderGithub;
  }
  return (report) => renderText(report, { ...terminal(options), all: options.all, ...links });
}

function judge(results: Analysed[], options: CliOptions, baseline: Set<string> | null): number {
  const limit = options.failOn === "never" ? null : rank[options.failOn];
  if (limit === null && !options.failOnNew) return 0;
  const findings = results.flatMap(({ judged }) => judged.findings);
  if (options.failOnNew && baseline) {
    const least = limit ?? rank.warning;
    return findings.some((one) => rank[one.severity] >= least && !baseline.has(one.fingerprint))
      ? 1
      : 0;
  }
  return limit !== null && findings.some((one) => rank[one.severity] >= limit) ? 1 : 0;
}

function noDump(results: Analysed[]): string {
  const notes = results
    .flatMap(({ report }) => report.notes)
    .filter((note) => note.code !== "no_dump");
  const remark = notes[0] ? ` (${notes[0].text})` : "";
  const names = results.map(({ name, report }) => name ?? report.inputs[0]?.name ?? "input");
  const where = names.length > 3 ? `${names.length} inputs` : names.join(", ");
  return `no goroutine dump in ${where}${remark}; gowhy --help shows how to get one`;
}

/** "team.json:12: …", which editors and terminals open, of the core's "line 12: …". */
export function at(path: string, message: string): string {
  const [, line, what] = /^line (\d+): (.*)$/s.exec(message) ?? [];
  return line ? `${path}:${line}: ${what}` : `${path}: ${message}`;
}

/** The text of a rule pack. */
export function readRules(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(fileMessage(path, error as NodeJS.ErrnoException));
  }
}

/** Progress is for a person who waits: on a terminal, and only once it takes more than a second. */
function progressOptions(options: CliOptions, name: string) {
  if (options.quiet || !process.stderr.isTTY) return {};
  const started = performance.now();
  let last = started;
  let shown = false;
  const onProgress = ({ bytes, totalBytes, goroutines }: Progress) => {
    const now = performance.now();
    const ended = totalBytes !== null && bytes >= totalBytes;
    if (shown && ended) process.stderr.write("\r\u001b[K");
    if (now - started < 1000 || now - last < 200 || ended) return;
    last = now;
    shown = true;
    const share = totalBytes ? `${Math.floor((100 * bytes) / totalBytes)} %` : `${bytes >> 20} MiB`;
    process.stderr.write(`\r\u001b[K${name}: ${share}, ${goroutines} goroutines`);
  };
  return { onProgress };
}

export function complain(message: string): void {
  process.stderr.write(`gowhy: ${message.replace(/\s*\n\s*/g, " ")}\n`);
}
