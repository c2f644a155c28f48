// <go-why>: a dump or a report, shown in any page. The class alone; web/element.ts registers it.
//
//   attributes  src       address of a dump; the page's own policy says what may be fetched
//               compact   verdict and findings only
//               theme     "light" or "dark"; without it, as the reader's system
//   properties  dump      text, bytes, Blob, stream, or [{name, data}] for snapshots
//               report    a report made before; after an analysis, its result
//               rules     rule packs (docs/rule-packs.md): JSON text, the object, or an array of them
//   events      gowhy-report  detail {report, reportText}: the object, and the core's own JSON
//               gowhy-error   detail {code, message}
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { analyzeDetailed } from "../../wasm/analyze.ts";
import { Client } from "../../wasm/client.ts";
import { GowhyError } from "../../wasm/errors.ts";
import type {
  DetailedOptions,
  DetailedResult,
  ErrorCode,
  Input,
  Progress,
  Report,
} from "../../wasm/types.ts";
import { progressStyles, progressView } from "../components/progress.ts";
import type { Given } from "../components/transfer.ts";
import { type Trouble, troubleOf, troubleStyles, troubleView } from "../components/trouble.ts";
import { base } from "../styles/base.ts";
import { tokens } from "../styles/tokens.ts";

export interface ReportDetail {
  report: Report;
  reportText: string;
}

export interface ErrorDetail {
  code: ErrorCode;
  message: string;
}

const parts = [
  "verdict",
  "facts",
  "events",
  "looked-at",
  "findings",
  "finding",
  "finding-critical",
  "finding-warning",
  "finding-info",
  "finding-title",
  "severity",
  "section",
  "stack",
  "code",
  "groups-section",
  "groups",
  "notes",
  "no-dump",
].join(", ");

export class GoWhy extends LitElement {
  /** Runs the analyses of all elements of this page: one worker. Registration puts in a better one. */
  static client: Client = new Client();

  static override properties = {
    src: {},
    compact: { type: Boolean, reflect: true },
    theme: { reflect: true },
    dump: { attribute: false },
    report: { attribute: false },
    rules: { attribute: false },
    progress: { state: true },
    trouble: { state: true },
    reading: { state: true },
  };

  declare src: string | null;
  declare compact: boolean;
  declare theme: "light" | "dark" | null;
  declare dump: Input | null;
  declare report: Report | null;
  declare rules: DetailedOptions["rules"] | null;
  declare progress: Progress | null;
  declare trouble: Trouble | null;
  /** What is being read, for the reader; null when nothing is. */
  declare reading: string | null;

  private running: AbortController | null = null;

  constructor() {
    super();
    this.src = null;
    this.compact = false;
    this.theme = null;
    this.dump = null;
    this.report = null;
    this.rules = null;
    this.progress = null;
    this.trouble = null;
    this.reading = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Other rules give another report of the same dump; at the start, undefined becomes null.
    const rules = changed.has("rules") && changed.get("rules") !== undefined;
    if ((changed.has("dump") || rules) && this.dump !== null) void this.read(this.dump, "the dump");
    else if ((changed.has("src") || rules) && this.src) void this.load(this.src);
    else if (changed.has("report") && this.report) this.trouble = null;
  }

  protected override render() {
    return html`<div @gowhy-input=${this.onInput}>
      <p class="visually-hidden" role="status">${this.said()}</p>
      ${this.content()}
    </div>`;
  }

  private content() {
    if (this.reading) return progressView(this.reading, this.progress, () => this.cancel());
    if (this.trouble) return troubleView(this.trouble, 2);
    if (!this.report) return html`<gowhy-intake rows="5" exportparts="intake"></gowhy-intake>`;
    return html`<gowhy-report
      exportparts=${parts}
      .report=${this.report}
      .compact=${this.compact}
      .loadAll=${this.dump === null ? null : () => void this.read(this.dump, "all groups", true)}
    ></gowhy-report>`;
  }

  private said(): string | typeof nothing {
    if (this.reading) return `Reading ${this.reading}`;
    return this.report?.summary.verdict ?? nothing;
  }

  private onInput(event: CustomEvent<Given>): void {
    event.stopPropagation();
    this.dump = event.detail.input;
  }

  private async load(src: string): Promise<void> {
    await this.run(src.split("/").at(-1) ?? src, async (signal) => {
      let blob: Blob;
      try {
        const response = await fetch(src, { signal });
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        blob = await response.blob();
      } catch (error) {
        if (signal.aborted) throw new GowhyError("aborted", "the analysis was aborted");
        throw new GowhyError("unreadable", `${src} could not be fetched: ${String(error)}`, error);
      }
      return this.analyze(blob, { name: src.split("/").at(-1) || src, signal });
    });
  }

  private async read(input: Input | null, title: string, all = false): Promise<void> {
    if (input === null) return;
    await this.run(title, (signal) => this.analyze(input, { all, signal }));
  }

  private analyze(input: Input, options: DetailedOptions): Promise<DetailedResult> {
    const detailed = {
      ...options,
      ...(this.rules ? { rules: this.rules } : {}),
      onProgress: (progress: Progress) => {
        if (!options.signal?.aborted) this.progress = progress;
      },
    };
    return GoWhy.client.analyze(input, detailed).catch((error: unknown) => {
      // A worker obeys the policy of its own file, which may be stricter than that of this page.
      if (error instanceof GowhyError && error.code === "csp")
        return analyzeDetailed(input, detailed);
      throw error;
    });
  }

  /** Only the newest run may show anything: a slow one that was overtaken is dropped. */
  private async run(
    title: string,
    work: (signal: AbortSignal) => Promise<DetailedResult>,
  ): Promise<void> {
    this.cancel();
    const running = new AbortController();
    this.running = running;
    this.reading = title;
    this.progress = null;
    this.trouble = null;
    try {
      const { report, reportText } = await work(running.signal);
      if (this.running !== running) return;
      this.report = report;
      this.tell<ReportDetail>("gowhy-report", { report, reportText });
    } catch (error) {
      if (this.running !== running) return;
      const trouble = troubleOf(error);
      if (trouble.code !== "aborted") this.trouble = trouble;
      this.tell<ErrorDetail>("gowhy-error", trouble);
    } finally {
      if (this.running === running) {
        this.running = null;
        this.reading = null;
      }
    }
  }

  private cancel(): void {
    this.running?.abort();
  }

  private tell<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(name, { detail, bubbles: true, composed: true }));
  }

  static override styles = [tokens, base, progressStyles, troubleStyles];
}
