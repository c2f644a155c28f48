// The report and the options, exactly as docs/report.schema.json and `gowhy --format json` have them.
// Every key is always there; what is not known is null, [] or {}.

export type Severity = "critical" | "warning" | "info";
export type Confidence = "certain" | "likely" | "possible";
export type InputFormat =
  | "traceback"
  | "profile-text"
  | "profile-proto"
  | "race"
  | "delve"
  | "goleak"
  | "none";
export type Origin = "stdlib" | "runtime" | "main" | "module" | "cgo" | "unknown";
export type Trend = "growing" | "shrinking" | "steady" | "new" | "gone" | "varying";
export type EventKind = "panic" | "fatal" | "signal" | "test_timeout" | "race" | "exit";
export type ObjectKind =
  | "mutex"
  | "rwmutex"
  | "channel"
  | "waitgroup"
  | "cond"
  | "once"
  | "semaphore"
  | "connection"
  | "client";

export interface InputInfo {
  name: string;
  /** Bytes after decompression. */
  bytes: number;
  format: InputFormat;
  goroutines: number;
  snapshots: number;
}

export interface Minutes {
  min: number;
  median: number;
  max: number;
}

export interface GoVersion {
  min: string | null;
  max: string | null;
  evidence: string;
}

export interface Summary {
  verdict: string;
  goroutines: number;
  groups: number;
  fragment: boolean;
  /** Goroutines that match the filter; null without one. */
  shown: number | null;
  states: Record<string, number>;
  waitMinutes: Minutes | null;
  goVersion: GoVersion | null;
  restart: string | null;
}

export interface Place {
  func: string;
  file: string;
  line: number;
}

export interface Evidence {
  supports: boolean;
  text: string;
  goroutineIds: number[];
}

export interface Rate {
  perMinute: number;
  sinceMinutes: number;
  basis: string;
}

export interface Reference {
  title: string;
  url: string;
}

export interface Finding {
  cause: string;
  title: string;
  severity: Severity;
  confidence: Confidence;
  /** 16 hex digits of cause and site; the same finding in a later report has the same one. */
  fingerprint: string;
  goroutines: number;
  /** Ids of groups, which are indexes into Report.groups. */
  groups: number[];
  goroutineIds: number[];
  summary: string;
  site: Place | null;
  createdAt: Place | null;
  /** Index in Report.findings of the root of this finding. */
  explainedBy: number | null;
  rate: Rate | null;
  evidence: Evidence[];
  next: string;
  /** The four texts are Markdown, and "" while the words of the causes are not loaded. */
  normalWhen: string;
  explanation: string;
  confirm: string;
  fix: string;
  references: Reference[];
}

export interface Frame {
  func: string;
  package: string;
  file: string;
  line: number;
  origin: Origin;
  inlined: boolean;
}

export interface CreatedBy {
  func: string;
  file: string;
  line: number;
  goroutine: number | null;
}

export interface Group {
  id: number;
  count: number;
  state: string | null;
  flags: string[];
  waitMinutes: Minutes | null;
  normal: boolean;
  role: string | null;
  labels: Record<string, string>;
  frames: Frame[];
  createdBy: CreatedBy | null;
  goroutineIds: number[];
}

export interface WaitObject {
  id: number;
  kind: ObjectKind;
  address: string | null;
  exact: boolean;
  holders: { goroutine: number; confidence: Confidence }[];
  waiters: number[];
}

export interface Cycle {
  goroutines: number[];
  objects: number[];
  confidence: Confidence;
}

export interface DumpEvent {
  kind: EventKind;
  message: string;
  goroutine: number | null;
}

export interface Compare {
  snapshots: { name: string; goroutines: number; minutes: number | null }[];
  groups: { group: number; counts: number[]; trend: Trend; perMinute: number | null }[];
  gone: Group[];
  findings: { finding: number; counts: number[]; trend: Trend }[];
}

export interface Note {
  line: number | null;
  code: string;
  text: string;
  count: number;
}

export interface Report {
  schemaVersion: number;
  tool: { name: string; version: string };
  redacted: boolean;
  inputs: InputInfo[];
  summary: Summary;
  findings: Finding[];
  groups: Group[];
  objects: WaitObject[];
  cycles: Cycle[];
  events: DumpEvent[];
  compare: Compare | null;
  notes: Note[];
}

/** One entry per goroutine of the described snapshot, in the order of the text. */
export interface Columns {
  id: Float64Array;
  /** Index into Report.groups. */
  group: Uint32Array;
  /** Printed wait in minutes, -1 when none is printed. */
  minutes: Int32Array;
  /** Id of the creating goroutine, 0 when not printed. */
  creator: Float64Array;
  /** Byte offset of the header in the decoded input. */
  offset: Float64Array;
  length: Uint32Array;
}

export type Data = string | Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array>;

export interface NamedData {
  name: string;
  data: Data;
}

/** Several named inputs are snapshots of one process, oldest first. */
export type Input = Data | NamedData[];

export interface Progress {
  /** Bytes of the input read so far, before decompression, so that bytes/totalBytes is a share. */
  bytes: number;
  /** null for a stream of unknown length. */
  totalBytes: number | null;
  goroutines: number;
}

export interface AnalyzeOptions {
  /** What the report calls the input; "input" unless told. Named inputs carry their own. */
  name?: string;
  /** Every group, normal ones too. */
  all?: boolean;
  redact?: boolean;
  minSeverity?: Severity;
  filter?: string;
  /** Rule packs: JSON text, or the object. */
  rules?: string | object | (string | object)[];
  /** false leaves the long texts of the causes "" (see applyWords). Default true. */
  words?: boolean;
  /** Decoded bytes after which reading stops with a note. Default 16 GiB. */
  maxBytes?: number;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export interface DetailedOptions extends AnalyzeOptions {
  /** Keep the decoded bytes of every input as a Blob. Default false. */
  keepSource?: boolean;
}

export interface DetailedResult {
  report: Report;
  /** The core's own JSON: one line and a final newline. */
  reportText: string;
  columns: Columns;
  /** The decoded bytes of each input, in order; empty unless keepSource. Columns describe the newest. */
  sources: { name: string; blob: Blob }[];
}

/** The long texts of the causes (dist/words.json), by cause id. */
export interface CauseWords {
  title?: string;
  severity?: string;
  category?: string;
  explanation: string;
  normalWhen: string;
  confirm: string;
  fix: string;
  references: Reference[];
}

export type ErrorCode =
  | "aborted" // options.signal
  | "unreadable" // the input could not be read
  | "bad_input" // not one of the accepted types
  | "bad_option"
  | "bad_rules"
  | "csp" // the Content-Security-Policy forbids WebAssembly
  | "init"; // the wasm or its words could not be loaded
