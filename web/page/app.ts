// The page: start, reading, report. The address says which: "" is the start, #report a report that this
// tab still holds, #example=<id> one of the examples. A dump itself is never part of it.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { GowhyError } from "../../wasm/errors.ts";
import type { Input, Progress, Report } from "../../wasm/types.ts";
import { guideStyles } from "../components/guide.ts";
import { progressStyles, progressView } from "../components/progress.ts";
import type { ReportView } from "../components/report-view.ts";
import type { Given } from "../components/transfer.ts";
import { type Trouble, troubleOf, troubleStyles, troubleView } from "../components/trouble.ts";
import { examples } from "../examples.ts";
import { base } from "../styles/base.ts";
import { tokens } from "../styles/tokens.ts";
import { helpDialog, helpStyles } from "./help.ts";
import { pageStyles } from "./page-styles.ts";
import { keptPacks } from "./rules.ts";
import { analyzeForPage, warmUp, withWords } from "./session.ts";
import { start, startStyles } from "./start.ts";
import { applyTheme, nextTheme, storedTheme, type Theme, themeSign } from "./theme.ts";
import { WindowInput } from "./window-input.ts";

interface Shown {
  /** The address it is shown under. */
  hash: string;
  title: string;
  input: Input;
  report: Report;
}

export class GowhyApp extends LitElement {
  static override properties = {
    theme: { reflect: true },
    view: { state: true },
    shown: { state: true },
    reading: { state: true },
    progress: { state: true },
    trouble: { state: true },
    wordsMissing: { state: true },
  };

  declare theme: Theme;
  declare view: "start" | "reading" | "report" | "trouble";
  /** The newest report; kept when the reader goes back, so that forward shows it again. */
  declare shown: Shown | null;
  declare reading: string;
  declare progress: Progress | null;
  declare trouble: Trouble | null;
  /** The long texts of the causes could not be loaded. */
  declare wordsMissing: boolean;

  private running: AbortController | null = null;
  private listening: AbortController | null = null;
  private readonly windowInput = new WindowInput(this, (given) => this.readGiven(given));

  constructor() {
    super();
    this.theme = storedTheme();
    this.view = "start";
    this.shown = null;
    this.reading = "";
    this.progress = null;
    this.trouble = null;
    this.wordsMissing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listening = new AbortController();
    const { signal } = this.listening;
    window.addEventListener("keydown", (event) => this.onKey(event), { signal });
    window.addEventListener("popstate", () => this.route(), { signal });
    this.route();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
    this.running?.abort();
  }

  protected override firstUpdated(): void {
    const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 300));
    idle(() => void warmUp());
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("view")) document.title = this.titleOf();
  }

  protected override render() {
    return html`
      <header class="top">
        <div class="wide">
          <a class="mark" href="#" @click=${this.home} aria-label="gowhy, start">
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M3 5h9M3 10h14M3 15h6" />
              <circle cx="15" cy="5" r="1.6" />
            </svg>
            gowhy
          </a>
          <nav aria-label="Page">
            ${
              this.view === "report" || this.view === "trouble"
                ? html`<a class="button" href="#" @click=${this.home}>New dump</a>`
                : nothing
            }
            <button
              class="button"
              type="button"
              aria-label="Theme: ${this.theme}"
              title="Theme: ${this.theme}"
              @click=${this.changeTheme}
            >
              ${themeSign(this.theme)}
            </button>
            <button class="button" type="button" aria-label="Keys" title="Keys" @click=${this.help}>?</button>
          </nav>
        </div>
      </header>
      <main class="wide" @gowhy-input=${this.onInput}>
        <p class="visually-hidden" role="status">${this.said()}</p>
        ${this.content()}
      </main>
      ${this.windowInput.dragging ? html`<div class="drop-hint" aria-hidden="true">Drop to read it</div>` : nothing}
      ${helpDialog()}
    `;
  }

  private content(): TemplateResult {
    switch (this.view) {
      case "start":
        return start();
      case "reading":
        return progressView(this.reading, this.progress, () => this.cancel());
      case "trouble":
        return html`${this.trouble ? troubleView(this.trouble, 1) : nothing}
          <gowhy-intake class="again" rows="4"></gowhy-intake>`;
      case "report":
        return html`<p class="source">
            ${this.shown?.title}
            ${
              this.wordsMissing
                ? html`· The explanations and fixes could not be loaded; reload to try again.`
                : nothing
            }
          </p>
          <gowhy-report
            level="1"
            .report=${this.shown?.report ?? null}
            .loadAll=${() => this.loadAll()}
          ></gowhy-report>`;
    }
  }

  private said(): string {
    if (this.view === "reading") return `Reading ${this.reading}`;
    if (this.view === "report") return this.shown?.report.summary.verdict ?? "";
    return "";
  }

  private titleOf(): string {
    if (this.view === "report") return `${this.shown?.title ?? "Report"} · gowhy`;
    return "gowhy: Go, why are my goroutines stuck?";
  }

  /** Shows what the address says. */
  private route(): void {
    const { hash } = location;
    this.running?.abort();
    this.running = null;
    const example = examples.find(({ id }) => hash === `#example=${id}`);
    if (this.shown && hash === this.shown.hash) this.view = "report";
    else if (example) void this.runExample(example.id);
    else this.view = "start";
  }

  private async runExample(id: string): Promise<void> {
    const example = examples.find((one) => one.id === id);
    if (!example) return;
    const name = example.file.split("/").at(-1) ?? id;
    await this.run(example.title, `#example=${id}`, async (signal) => {
      const response = await fetch(`examples/${name}`, { signal }).catch((error: unknown) => {
        throw new GowhyError("unreadable", `examples/${name}: ${String(error)}`, error);
      });
      if (!response.ok) {
        throw new GowhyError("unreadable", `examples/${name}: HTTP ${response.status}`);
      }
      return [{ name, data: await response.blob() }];
    });
  }

  private readGiven({ input, title }: Given): void {
    void this.run(title, "#report", async () => input);
  }

  private loadAll(): void {
    if (!this.shown) return;
    const { title, hash, input } = this.shown;
    void this.run(title, hash, async () => input, true);
  }

  /** Reads an input and shows its report; only the newest run may show anything. */
  private async run(
    title: string,
    hash: string,
    open: (signal: AbortSignal) => Promise<Input>,
    all = false,
  ): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.reading = title;
    this.progress = null;
    this.view = "reading";
    const { signal } = running;
    try {
      const input = await open(signal);
      const onProgress = (progress: Progress) => {
        if (!signal.aborted) this.progress = progress;
      };
      const rules = keptPacks().map(({ text }) => text);
      const report = await analyzeForPage(input, { all, rules, signal, onProgress });
      if (this.running !== running) return;
      this.running = null;
      await this.show({ hash, title, input, report });
    } catch (error) {
      if (this.running !== running) return;
      this.running = null;
      this.trouble = troubleOf(error);
      this.view = "trouble";
    }
  }

  private async show(shown: Shown): Promise<void> {
    if (location.hash !== shown.hash) history.pushState(null, "", shown.hash);
    this.shown = shown;
    this.view = "report";
    window.scrollTo(0, 0);
    await this.focusHeading();
    const report = await withWords(shown.report).catch(() => null);
    if (this.shown !== shown) return;
    this.wordsMissing = report === null;
    if (report) this.shown = { ...shown, report };
  }

  private get reportView(): ReportView | null {
    return this.renderRoot.querySelector<ReportView>("gowhy-report");
  }

  /** Stops reading and shows again what was there before. */
  private cancel(): void {
    this.running?.abort();
    this.running = null;
    if (this.shown && location.hash === this.shown.hash) {
      this.view = "report";
    } else {
      if (location.hash) history.replaceState(null, "", location.pathname + location.search);
      this.view = "start";
    }
    void this.focusHeading();
  }

  /** The button that had the focus is gone: it goes to the heading of what is shown now. */
  private async focusHeading(): Promise<void> {
    await this.updateComplete;
    if (this.view === "report") await this.reportView?.focusVerdict();
    else this.renderRoot.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  private home(event: Event): void {
    event.preventDefault();
    if (location.hash) history.pushState(null, "", location.pathname + location.search);
    this.route();
    window.scrollTo(0, 0);
  }

  private changeTheme(): void {
    this.theme = nextTheme(this.theme);
    applyTheme(this.theme);
  }

  private help(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  private onInput(event: CustomEvent<Given>): void {
    this.readGiven(event.detail);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isField(event.composedPath()[0]) || this.renderRoot.querySelector("dialog")?.open) return;
    const { key } = event;
    let known = true;
    if (key === "?") this.help();
    else if (key === "Escape" && this.view === "reading") this.cancel();
    else if (key === "Enter") return;
    else if (this.view === "report" && this.reportView?.handleKey(key)) known = true;
    else if (key === "Escape" && this.view === "report") history.back();
    else known = false;
    if (known) event.preventDefault();
  }

  static override styles = [
    tokens,
    base,
    guideStyles,
    progressStyles,
    troubleStyles,
    startStyles,
    helpStyles,
    pageStyles,
  ];
}

function isField(target: EventTarget | undefined): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
