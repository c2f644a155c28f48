// Groups as a table that scrolls at any length: only the rows in sight exist. A row opens to its stack.
// Sizes are set by property and not by attribute, which a policy without inline styles would refuse.
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from "@tanstack/virtual-core";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { age, count, placeText, thousands } from "../../wasm/render/phrases.ts";
import type { Group, Minutes } from "../../wasm/types.ts";
import { base } from "../styles/base.ts";
import { groupStyles } from "../styles/groups.ts";
import { functionName, stack, stackStyles } from "./stack.ts";
import { decisiveFrame } from "./stack-model.ts";

const rowHeight = 42;
const headHeight = 34;
const printedRows = 200;

export class GroupsList extends LitElement {
  static override properties = {
    groups: { attribute: false },
    label: {},
    expanded: { state: true },
  };

  declare groups: readonly Group[];
  /** What the table is called by a screen reader. */
  declare label: string;
  /** Ids of the open groups. */
  declare expanded: ReadonlySet<number>;

  private virtual: Virtualizer<HTMLElement, HTMLElement> | null = null;
  private unmount: (() => void) | null = null;
  private largest = 1;

  constructor() {
    super();
    this.groups = [];
    this.label = "Groups";
    this.expanded = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.mount();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unmount?.();
    this.unmount = null;
    this.virtual = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("groups")) return;
    this.largest = this.groups.reduce((most, group) => Math.max(most, group.count), 1);
    this.virtual?.setOptions({ ...this.virtual.options, count: this.groups.length });
    this.virtual?.measure();
    this.virtual?._willUpdate();
  }

  protected override firstUpdated(): void {
    this.mount();
  }

  /** Rows enough for a few pages of paper; called before printing. */
  prepareForPrint(): void {
    if (!this.virtual) return;
    this.virtual.setOptions({ ...this.virtual.options, overscan: printedRows });
    this.requestUpdate();
  }

  private mount(): void {
    const virtual = new Virtualizer<HTMLElement, HTMLElement>({
      count: this.groups.length,
      getScrollElement: () => this.renderRoot.querySelector<HTMLElement>(".scroller"),
      estimateSize: () => rowHeight,
      getItemKey: (index) => this.groups[index]?.id ?? index,
      overscan: 8,
      scrollPaddingStart: headHeight,
      scrollPaddingEnd: headHeight,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.requestUpdate(),
    });
    this.virtual = virtual;
    this.unmount = virtual._didMount();
    virtual._willUpdate();
    this.requestUpdate();
  }

  protected override render() {
    const items = this.virtual?.getVirtualItems() ?? [];
    const top = items[0]?.start ?? 0;
    return html`<div
      class="table"
      part="groups"
      role="table"
      aria-label=${this.label}
      aria-rowcount=${this.groups.length + 1}
      @keydown=${this.onKey}
    >
      <div class="scroller" role="rowgroup" tabindex="-1">
        <div class="row head" role="row" aria-rowindex="1">
          <div class="amount" role="columnheader">Goroutines</div>
          <div class="where" role="columnheader">Where</div>
          <div class="state" role="columnheader">State</div>
          <div class="wait" role="columnheader">Waiting</div>
        </div>
        <div
          class="sizer"
          role="presentation"
          .style=${`height: ${this.virtual?.getTotalSize() ?? 0}px`}
        >
          <div
            class="window"
            role="presentation"
            .style=${`transform: translateY(${top}px)`}
          >
            ${repeat(
              items,
              (item) => item.key,
              (item) => this.row(item.index),
            )}
          </div>
        </div>
      </div>
    </div>`;
  }

  protected override updated(): void {
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>("[data-index]")) {
      this.virtual?.measureElement(row);
    }
  }

  private row(index: number): TemplateResult | typeof nothing {
    const group = this.groups[index];
    if (!group) return nothing;
    const open = this.expanded.has(group.id);
    const share = `${Math.max(1, (group.count / this.largest) * 100)}%`;
    return html`<div class="item" role="presentation" data-index=${index} ?data-open=${open}>
      <div class="row" role="row" aria-rowindex=${index + 2}>
        <div class="amount" role="cell">
          <span class="bar" .style=${`width: ${share}`}></span>
          <span class="number">${thousands(group.count)}</span>
        </div>
        <div class="where" role="cell">
          <button type="button" aria-expanded=${open} @click=${() => this.toggle(group.id)}>
            ${whereOf(group)}
          </button>
        </div>
        <div class="state" role="cell">${stateOf(group)}</div>
        <div class="wait" role="cell">${group.waitMinutes ? waitOf(group.waitMinutes) : ""}</div>
      </div>
      ${open ? this.details(group, index) : nothing}
    </div>`;
  }

  private details(group: Group, index: number): TemplateResult {
    const labels = Object.entries(group.labels);
    return html`<div class="row details" role="row" aria-rowindex=${index + 2}>
      <div role="cell" aria-colspan="4">
        ${stack(group, null)}
        ${
          labels.length > 0
            ? html`<p class="extra">
                Labels: ${labels.map(([key, value]) => html`<code>${key}=${value}</code> `)}
              </p>`
            : nothing
        }
        ${group.goroutineIds.length > 0 ? html`<p class="extra">${idsOf(group)}</p>` : nothing}
      </div>
    </div>`;
  }

  private toggle(id: number): void {
    const expanded = new Set(this.expanded);
    if (!expanded.delete(id)) expanded.add(id);
    this.expanded = expanded;
  }

  /** Moves the focus to the next (1) or previous (-1) row, or to the first; false at the end. */
  move(step: 1 | -1): boolean {
    const focused = this.shadowRoot?.activeElement?.closest<HTMLElement>("[data-index]");
    const index = focused ? Number(focused.dataset.index) + step : 0;
    if (index < 0 || index >= this.groups.length) return false;
    void this.focusRow(index);
    return true;
  }

  /** Closes what is open; false if nothing was. */
  closeAll(): boolean {
    if (this.expanded.size === 0) return false;
    this.expanded = new Set();
    return true;
  }

  private async focusRow(index: number): Promise<void> {
    this.virtual?.scrollToIndex(index, { align: "auto" });
    for (let tries = 0; tries < 20; tries += 1) {
      const button = this.renderRoot.querySelector<HTMLElement>(`[data-index="${index}"] button`);
      if (button) return button.focus();
      await new Promise(requestAnimationFrame);
    }
  }

  private onKey(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (step && this.shadowRoot?.activeElement?.closest("[data-index]") && this.move(step)) {
      event.preventDefault();
    }
  }

  static override styles = [base, stackStyles, groupStyles];
}

function whereOf(group: Group): TemplateResult {
  const frame = group.frames[decisiveFrame(group.frames, null)];
  if (!frame) return html`<span>${group.role ?? "no frames"}</span>`;
  const own = frame.origin === "main" ? "own" : "";
  if (group.role) {
    return html`<span>${group.role} <code class="sub">${functionName(frame)}</code></span>`;
  }
  return html`<span>
    <code class="name ${own}">${functionName(frame)}</code> <code class="sub">${placeText(frame, 34)}</code>
  </span>`;
}

function stateOf(group: Group): TemplateResult {
  return html`${group.state ?? ""}${group.flags.map((flag) => html` <span class="flag">${flag}</span>`)}`;
}

function waitOf({ min, max }: Minutes): string {
  return min === max ? age(max) : `${age(min)} – ${age(max)}`;
}

const shownIds = 40;

function idsOf({ goroutineIds, count: all }: Group): string {
  const shown = goroutineIds.slice(0, shownIds).join(", ");
  const more = all > shownIds ? ` and ${count(all - shownIds, "more", "more")}` : "";
  return `goroutine ${shown}${more}`;
}
