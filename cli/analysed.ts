// One analysis that is done: the report as the core wrote it, and parsed as far as it is asked for. The
// report of a dump of many different stacks is long, and `--format json` only passes it on.
import type { Report } from "../wasm/types.ts";

export class Analysed {
  /** null when several inputs make one report. */
  readonly name: string | null;
  /** JSON on one line, in UTF-8. */
  readonly bytes: Uint8Array;
  private readonly judgedText: string | null;
  private parsed: Report | null = null;
  private parsedJudged: Report | null = null;

  /** `judgedText`: the report before --min-severity and --filter, where that is another one. */
  constructor(name: string | null, bytes: Uint8Array, judgedText: string | null) {
    this.name = name;
    this.bytes = bytes;
    this.judgedText = judgedText;
  }

  get report(): Report {
    this.parsed ??= JSON.parse(new TextDecoder().decode(this.bytes)) as Report;
    return this.parsed;
  }

  /** What --fail-on judges. */
  get judged(): Report {
    if (this.judgedText === null) return this.report;
    this.parsedJudged ??= JSON.parse(this.judgedText) as Report;
    return this.parsedJudged;
  }

  get hasDump(): boolean {
    return this.inputs().some((input) => input.format !== "none");
  }

  /** They stand before the summary. In a string of JSON the quotes of the mark would be escaped. */
  private inputs(): Report["inputs"] {
    const { buffer, byteOffset, length } = this.bytes;
    const report = Buffer.from(buffer, byteOffset, length);
    const head = report.toString("utf8", 0, report.indexOf(',"summary":'));
    return (JSON.parse(`${head}}`) as Report).inputs;
  }
}
