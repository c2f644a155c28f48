// Where a dump goes in: paste, drop, or open files. Fires "gowhy-input" with what was given. A pasted
// text never lands in the field: a browser would lay out all of its lines.
import { css, html, LitElement, nothing } from "lit";
import { base } from "../styles/base.ts";
import { fromFiles, fromText, fromTransfer, type Given } from "./transfer.ts";

export class Intake extends LitElement {
  static override properties = {
    rows: { type: Number },
    typed: { state: true },
    dragging: { type: Boolean, reflect: true },
  };

  declare rows: number;
  declare typed: boolean;
  declare dragging: boolean;

  constructor() {
    super();
    this.rows = 7;
    this.typed = false;
    this.dragging = false;
  }

  protected override render() {
    return html`<div
      class="area"
      part="intake"
      @dragover=${this.onDrag}
      @dragleave=${() => this.onLeave()}
      @drop=${this.onDrop}
    >
      <textarea
        rows=${this.rows}
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        aria-label="Goroutine dump"
        placeholder=${placeholder}
        @paste=${this.onPaste}
        @input=${this.onInput}
        @keydown=${this.onKey}
      ></textarea>
      <div class="bar">
        <button class="button primary" type="button" @click=${this.open}>Open file…</button>
        ${
          this.typed
            ? html`<button class="button" type="button" @click=${this.submit}>Read this text</button>`
            : nothing
        }
        <span class="muted">or drop files anywhere; gzip, zip and profiles too; several are snapshots</span>
        <input type="file" multiple hidden @change=${this.onFiles} />
      </div>
    </div>`;
  }

  /** Opens the browser's file dialog. */
  open(): void {
    this.renderRoot.querySelector("input")?.click();
  }

  private give(given: Given | null): void {
    if (!given) return;
    this.typed = false;
    const area = this.renderRoot.querySelector("textarea");
    if (area) area.value = "";
    const options = { detail: given, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent<Given>("gowhy-input", options));
  }

  private onPaste(event: ClipboardEvent): void {
    const given = fromTransfer(event.clipboardData);
    if (!given) return;
    event.preventDefault();
    event.stopPropagation();
    this.give(given);
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.dragging = false;
    this.give(fromTransfer(event.dataTransfer));
  }

  private onDrag(event: DragEvent): void {
    event.preventDefault();
    this.dragging = true;
  }

  private onLeave(): void {
    this.dragging = false;
  }

  private onFiles(event: Event): void {
    const field = event.target as HTMLInputElement;
    this.give(fromFiles([...(field.files ?? [])]));
    field.value = "";
  }

  /** Text that comes in one piece by another way than a paste (autofill, a script) is read at once. */
  private onInput(event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    const typing =
      event instanceof InputEvent &&
      event.inputType !== "insertFromPaste" &&
      event.inputType !== "";
    if (!typing && value.trim()) this.give(fromText(value));
    else this.typed = value.trim() !== "";
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.submit();
  }

  private submit(): void {
    const value = this.renderRoot.querySelector("textarea")?.value ?? "";
    if (value.trim()) this.give(fromText(value));
  }

  static override styles = [
    base,
    css`
      .area {
        display: flex;
        flex-direction: column;
        border: 1px solid var(--_line-strong);
        border-radius: var(--_radius);
        background: var(--_raised);
        overflow: hidden;
      }
      .area:focus-within {
        border-color: var(--_accent);
        box-shadow: 0 0 0 3px var(--_accent-soft);
      }
      :host([dragging]) .area {
        border-style: dashed;
        border-color: var(--_accent);
        background: var(--_accent-soft);
      }
      textarea {
        display: block;
        width: 100%;
        padding: 0.9rem 1rem;
        border: 0;
        background: none;
        color: inherit;
        font: 0.8125rem / 1.6 var(--_code);
        resize: none;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      textarea:focus {
        outline: none;
      }
      textarea::placeholder {
        color: var(--_muted);
        opacity: 1;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.8rem;
        padding: 0.65rem 1rem;
        border-top: 1px solid var(--_line);
        background: var(--_surface);
        font-size: 0.8125rem;
      }
    `,
  ];
}

const placeholder = `Paste a goroutine dump

goroutine 39381 [IO wait, 147 minutes]:
internal/poll.runtime_pollWait(0x7fb1bd640f00, 0x72, …)`;
