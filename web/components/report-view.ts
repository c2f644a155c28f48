// The whole report: the verdict, the findings, the groups, the notes. The page and <go-why> show it.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { count, roots, thousands } from "../../wasm/render/phrases.ts";
import type { Finding, Group, Report } from "../../wasm/types.ts";
import { base } from "../styles/base.ts";
import { cardStyles } from "../styles/card.ts";
import { reportStyles } from "../styles/report.ts";
import { codeStyles } from "./code-block.ts";
import { findingCard } from "./finding-card.ts";
import { fixStyles } from "./fix.ts";
import type { GroupsList } from "./groups-list.ts";
import { guideStyles } from "./guide.ts";
import { lookedAt, rolesOf } from "./looked-at.ts";
import { noDump } from "./no-dump.ts";
import { stackStyles } from "./stack.ts";
import { isCalm, isEmpty, verdict } from "./verdict.ts";

export class ReportView extends LitElement {
  static override properties = {
    report: { attribute: false },
    compact: { type: Boolean, reflect: true },
    level: { type: Number },
    loadAll: { attribute: false },
    only: { state: true },
  };

  declare report: Report | null;
  /** Verdict and findings alone. */
  declare compact: boolean;
  /** Level of the verdict's heading; the others follow. */
  declare level: number;
  /** Asked for when the reader wants the groups that the report left out. */
  declare loadAll: (() => void) | null;
  /** The finding whose groups alone are listed. */
  declare only: Finding | null;

  private listening: AbortController | null = null;

  constructor() {
    super();
    this.report = null;
    this.compact = false;
    this.level = 2;
    this.loadAll = null;
    this.only = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listening = new AbortController();
    const { signal } = this.listening;
    window.addEventListener("beforeprint", () => this.prepareForPrint(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
  }

  /** Paper cannot be clicked: everything that is folded away stands open on it. */
  private prepareForPrint(): void {
    for (const details of this.renderRoot.querySelectorAll("details")) details.open = true;
    for (const list of this.lists()) list.prepareForPrint();
  }

  private lists(): GroupsList[] {
    return [...this.renderRoot.querySelectorAll<GroupsList>("gowhy-groups")];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("report")) this.only = null;
  }

  protected override render() {
    const { report, level } = this;
    if (!report) return nothing;
    if (isEmpty(report)) return noDump(report, level);
    return html`<div @click=${this.onClick} @keydown=${this.onKey}>
      ${verdict(report, level)} ${isCalm(report) ? lookedAt(report) : nothing} ${this.findings(report)}
      ${this.compact ? nothing : html`${this.groups(report)} ${this.notes(report)}`}
    </div>`;
  }

  private findings(report: Report): TemplateResult | typeof nothing {
    const list = roots(report);
    if (list.length === 0) return nothing;
    const context = {
      report,
      level: this.level + 2,
      showGroups: this.compact ? null : (finding: Finding) => this.showOnly(finding),
    };
    const title = isCalm(report) ? "Worth knowing" : list.length === 1 ? "Finding" : "Findings";
    return html`<section part="findings" aria-label=${title}>
      ${this.sectionTitle(title)}
      ${list.map(({ finding, explains }, index) => {
        const open = index === 0 && !this.compact && finding.severity !== "info";
        return findingCard(finding, explains, { ...context, open });
      })}
    </section>`;
  }

  private groups(report: Report): TemplateResult | typeof nothing {
    if (report.groups.length === 0) return nothing;
    if (this.only) return this.groupsOf(report, this.only);
    const normal = report.groups.filter((group) => group.normal);
    const others = report.groups.filter((group) => !group.normal);
    const total = normal.reduce((sum, group) => sum + group.count, 0);
    return html`<section part="groups-section" aria-label="Groups" id="groups">
      ${this.sectionTitle("Groups")} ${this.leftOut(report)}
      ${others.length > 0 ? this.table(others, "Groups that are not known to be normal") : nothing}
      ${
        normal.length > 0
          ? html`<details class="fold" ?open=${others.length === 0}>
              <summary>
                ${count(total, "goroutine")} in ${count(normal.length, "group")}
                ${total === 1 ? "is" : "are"} normal
              </summary>
              <ul class="roles">
                ${rolesOf(normal).map(([role, number]) => html`<li><strong>${thousands(number)}</strong>${role}</li>`)}
              </ul>
              ${this.table(normal, "Normal groups")}
            </details>`
          : nothing
      }
    </section>`;
  }

  private groupsOf(report: Report, finding: Finding): TemplateResult {
    const groups = finding.groups.flatMap((id) => report.groups[id] ?? []);
    return html`<section part="groups-section" aria-label="Groups" id="groups">
      ${this.sectionTitle("Groups")}
      <p class="filter">
        <span>${count(groups.length, "group")} of “${finding.title.replaceAll("`", "")}”</span>
        <button class="button" type="button" @click=${this.showEverything}>Show all groups</button>
      </p>
      ${this.table(groups, "Groups of the finding")}
    </section>`;
  }

  private leftOut(report: Report): TemplateResult | typeof nothing {
    const missing = report.summary.groups - report.groups.length;
    if (missing <= 0) return nothing;
    return html`<p class="filter">
      <span>The ${thousands(report.groups.length)} largest of ${count(report.summary.groups, "group")}.</span>
      ${
        this.loadAll
          ? html`<button class="button" type="button" @click=${this.loadAll}>List all</button>`
          : nothing
      }
    </p>`;
  }

  private table(groups: Group[], label: string): TemplateResult {
    return html`<gowhy-groups
      exportparts="groups, stack"
      .groups=${groups}
      .label=${label}
    ></gowhy-groups>`;
  }

  private notes(report: Report): TemplateResult | typeof nothing {
    if (report.notes.length === 0) return nothing;
    return html`<section part="notes" aria-label="Notes" id="notes" tabindex="-1">
      ${this.sectionTitle("Notes")}
      <ul class="notes">
        ${report.notes.map(
          ({ line, text, count: times }) =>
            html`<li>
              <span class="muted">${line ? `line ${thousands(line)}` : "whole text"}</span>
              <span>${text}${times > 1 ? html` <span class="muted">${thousands(times)} times</span>` : nothing}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private sectionTitle(title: string): TemplateResult {
    return html`<div class="section-title" role="heading" aria-level=${this.level + 1}>${title}</div>`;
  }

  /** Puts the focus on the verdict, where a reader begins. */
  async focusVerdict(): Promise<void> {
    await this.updateComplete;
    this.find("[data-verdict]")?.focus({ preventScroll: true });
  }

  /** The keys of the report; returns whether the key was one. The page asks for keys outside of it too. */
  handleKey(key: string): boolean {
    if (key === "j") return this.step(1);
    if (key === "k") return this.step(-1);
    if (key === "Enter") return this.toggleCard();
    if (key === "Escape") return this.back();
    return false;
  }

  private step(direction: 1 | -1): boolean {
    const cards = [...this.renderRoot.querySelectorAll<HTMLElement>("[data-stop]")];
    const lists = this.lists().filter((list) => list.checkVisibility());
    const active = this.shadowRoot?.activeElement;
    const list = lists.indexOf(active as GroupsList);
    if (list >= 0) {
      if (lists[list]?.move(direction)) return true;
      if (direction > 0) return lists[list + 1]?.move(1) ?? true;
      focusCard(cards.at(-1));
      return true;
    }
    const card = cards.findIndex((one) => one === active || one.contains(active ?? null));
    const next = card < 0 && direction < 0 ? -1 : card + direction;
    if (next >= 0 && next < cards.length) focusCard(cards[next]);
    else if (next >= cards.length) lists[0]?.move(1);
    else void this.focusVerdict();
    return true;
  }

  /** Opens all sections of the focused card, or closes them when all are open. */
  private toggleCard(): boolean {
    const card = this.shadowRoot?.activeElement;
    if (!card?.matches("[data-stop]")) return false;
    const sections = [...card.querySelectorAll<HTMLDetailsElement>("details.section")];
    const open = sections.some((section) => !section.open);
    for (const section of sections) section.open = open;
    return true;
  }

  private back(): boolean {
    if (this.lists().some((list) => list.closeAll())) return true;
    if (!this.only) return false;
    this.showEverything();
    return true;
  }

  private showEverything(): void {
    this.only = null;
    void this.jump("groups");
  }

  private showOnly(finding: Finding): void {
    this.only = finding;
    void this.jump("groups");
  }

  private async jump(id: string): Promise<void> {
    await this.updateComplete;
    const target = this.find(`#${id}`);
    target?.scrollIntoView({ block: "start" });
    if (target?.tabIndex === -1) target.focus({ preventScroll: true });
  }

  private onClick(event: Event): void {
    const target = event.target instanceof Element ? event.target.closest("[data-jump]") : null;
    if (target instanceof HTMLElement) void this.jump(target.dataset.jump ?? "");
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.handleKey(event.key)) event.preventDefault();
  }

  private find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  static override styles = [
    base,
    reportStyles,
    cardStyles,
    stackStyles,
    codeStyles,
    fixStyles,
    guideStyles,
  ];
}

function focusCard(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
}
