// The command line: what may be said, and what is told to a person who says something else.
import { parseArgs } from "node:util";
import { nearest } from "../wasm/options.ts";
import type { Severity } from "../wasm/types.ts";

/** A mistake of the caller or an input that cannot be read: one line on stderr, exit code 2. */
export class UsageError extends Error {}

export const formats = [
  "text",
  "json",
  "markdown",
  "html",
  "sarif",
  "github",
  "speedscope",
] as const;
export type Format = (typeof formats)[number];
export const severities = ["critical", "warning", "info"] as const;
export const colors = ["auto", "always", "never"] as const;
export const commands = ["serve", "explain", "causes", "mcp", "completion"] as const;

export interface CliOptions {
  format: Format;
  output: string | null;
  compare: boolean;
  failOn: Severity | "never";
  minSeverity: Severity | "";
  filter: string;
  baseline: string | null;
  failOnNew: boolean;
  rules: string[];
  redact: boolean;
  all: boolean;
  sourceUrl: string | null;
  color: (typeof colors)[number];
  quiet: boolean;
  debug: "1" | "2" | null;
  timeoutSeconds: number;
  help: boolean;
  version: boolean;
  inputs: string[];
}

export const optionTypes = {
  format: { type: "string" },
  output: { type: "string", short: "o" },
  compare: { type: "boolean" },
  fleet: { type: "boolean" },
  "fail-on": { type: "string" },
  "min-severity": { type: "string" },
  filter: { type: "string" },
  baseline: { type: "string" },
  "fail-on-new": { type: "boolean" },
  rules: { type: "string", multiple: true },
  redact: { type: "boolean" },
  all: { type: "boolean" },
  "source-url": { type: "string" },
  color: { type: "string" },
  quiet: { type: "boolean", short: "q" },
  debug: { type: "string" },
  timeout: { type: "string" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export function parseOptions(argv: string[]): CliOptions {
  const { values, positionals } = parsed(argv, optionTypes);
  if (values.fleet) {
    throw new UsageError(
      "--fleet is not built yet; give the dumps one by one, or --compare for one process over time",
    );
  }
  const format = oneOf("--format", values.format ?? "text", formats);
  const failOn = oneOf("--fail-on", values["fail-on"] ?? "never", [
    ...severities,
    "never",
  ] as const);
  const minSeverity = values["min-severity"];
  const failOnNew = values["fail-on-new"] ?? false;
  if (failOnNew && values.baseline === undefined) {
    throw new UsageError(
      "--fail-on-new needs --baseline REPORT.json, an earlier report made with --format json",
    );
  }
  const sourceUrl = values["source-url"] ?? null;
  if (sourceUrl !== null && !(sourceUrl.includes("{path}") && /^https?:\/\//.test(sourceUrl))) {
    throw new UsageError("--source-url must be an http(s) address with {path} and {line} in it");
  }
  return {
    format,
    output: notEmpty("--output", values.output),
    compare: values.compare ?? false,
    failOn,
    minSeverity: minSeverity === undefined ? "" : oneOf("--min-severity", minSeverity, severities),
    filter: values.filter ?? "",
    baseline: notEmpty("--baseline", values.baseline),
    failOnNew,
    rules: values.rules ?? [],
    redact: values.redact ?? false,
    all: values.all ?? false,
    sourceUrl,
    color: oneOf("--color", values.color ?? "auto", colors),
    quiet: values.quiet ?? false,
    debug: values.debug === undefined ? null : oneOf("--debug", values.debug, ["1", "2"] as const),
    timeoutSeconds: seconds(values.timeout),
    help: values.help ?? false,
    version: values.version ?? false,
    inputs: positionals,
  };
}

/** parseArgs with errors a person can act on. */
export function parsed<T extends Record<string, { type: "string" | "boolean" }>>(
  argv: string[],
  options: T,
) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(explained(error as Error & { code?: string }, Object.keys(options)));
  }
}

function explained(error: Error & { code?: string }, names: string[]): string {
  const option = /'(-[^'\s,]*)/.exec(error.message)?.[1] ?? "";
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const near = nearest(option.replace(/^-+/, ""), names);
    return `unknown option ${option}${near ? `; did you mean --${near}?` : "; gowhy --help lists them"}`;
  }
  const long = /--[\w-]+/.exec(error.message)?.[0] ?? option;
  if (/does not take an argument/.test(error.message)) return `${long} takes no value`;
  if (/argument missing|ambiguous/.test(error.message))
    return `${long} needs a value; gowhy --help shows which`;
  return error.message.split("\n")[0] ?? error.message;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if (allowed.includes(value as T)) return value as T;
  const near = nearest(value, [...allowed]);
  const hint = near ? `; did you mean ${near}?` : "";
  throw new UsageError(`${option} ${value || "''"} is not one of ${allowed.join(", ")}${hint}`);
}

function notEmpty(option: string, value: string | undefined): string | null {
  if (value === "") throw new UsageError(`${option} needs a file name`);
  return value ?? null;
}

function seconds(value: string | undefined): number {
  if (value === undefined) return 60;
  const number = Number(value);
  if (!(number > 0)) throw new UsageError(`--timeout ${value} is not a number of seconds`);
  return number;
}
