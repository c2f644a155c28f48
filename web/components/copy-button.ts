// A button that copies a text and says so.
import { css, html, LitElement } from "lit";
import { base } from "../styles/base.ts";

const shownMilliseconds = 1600;

export class CopyButton extends LitElement {
  static override properties = {
    text: { attribute: false },
    label: {},
    caption: {},
    state: { state: true },
  };

  /** What is copied, or makes it when it is asked for. */
  declare text: string | (() => string);
  /** What the button is called where it shows only a sign. */
  declare label: string;
  /** A visible word instead of the sign. */
  declare caption: string;
  declare state: "" | "copied" | "failed";

  private timer = 0;

  constructor() {
    super();
    this.text = "";
    this.label = "Copy";
    this.caption = "";
    this.state = "";
  }

  protected override render() {
    const said = { "": "", copied: "Copied", failed: "Not allowed" }[this.state];
    return html`<button
        part="button"
        class=${this.caption ? "button" : "sign"}
        type="button"
        aria-label=${this.caption || this.label}
        title=${this.caption ? "" : this.label}
        @click=${this.copy}
      >
        ${this.state === "copied" ? check : sheets}
        ${this.caption ? html`<span>${said || this.caption}</span>` : said}
      </button>
      <span role="status" class="visually-hidden">${said}</span>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async copy(): Promise<void> {
    const text = typeof this.text === "function" ? this.text() : this.text;
    this.state = (await copyText(text)) ? "copied" : "failed";
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.state = "";
    }, shownMilliseconds);
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        font-size: 0.75rem;
      }
      .sign {
        display: inline-flex;
        align-items: center;
        gap: 0.3rem;
        min-width: 1.75rem;
        min-height: 1.75rem;
        padding: 0.3rem;
        border: 1px solid transparent;
        border-radius: 5px;
        background: var(--_surface);
        color: var(--_muted);
        cursor: pointer;
      }
      .sign:hover {
        border-color: var(--_line-strong);
        color: var(--_text);
      }
      svg {
        flex: none;
        width: 1rem;
        height: 1rem;
      }
    `,
  ];
}

const sheets = html`<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
  <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
  <path d="M10.5 3.5v-.2A1.3 1.3 0 0 0 9.2 2H3.8A1.3 1.3 0 0 0 2.5 3.3v5.4A1.3 1.3 0 0 0 3.8 10H4" />
</svg>`;
const check = html`<svg
  viewBox="0 0 16 16"
  fill="none"
  stroke="currentColor"
  stroke-width="1.6"
  aria-hidden="true"
>
  <path d="m3 8.5 3.2 3.2L13 5" />
</svg>`;

/** Pages without https have no clipboard API; a selected text can still be copied there. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("aria-hidden", "true");
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}
