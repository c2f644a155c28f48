// The reader's own rule packs (docs/rule-packs.md): chosen here, checked at once, kept in this browser.
import { css, html, LitElement, nothing } from "lit";
import { base } from "../styles/base.ts";
import { checkRules } from "./session.ts";

export interface KeptPack {
  /** Of the file. */
  name: string;
  /** The JSON as it was in the file. */
  text: string;
}

const key = "gowhy-rules";
let kept: KeptPack[] | null = null;

/** The packs that every analysis of the page uses. */
export function keptPacks(): KeptPack[] {
  if (kept) return kept;
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    kept = Array.isArray(stored) ? stored.filter(isPack) : [];
  } catch {
    kept = []; // storage may be forbidden
  }
  return kept;
}

function keep(packs: KeptPack[]): void {
  kept = packs;
  try {
    if (packs.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(packs));
  } catch {
    // They then hold until the page is closed.
  }
}

function isPack(value: unknown): value is KeptPack {
  const pack = value as Partial<KeptPack> | null;
  return typeof pack?.name === "string" && typeof pack.text === "string";
}

export class RulesSetting extends LitElement {
  static override properties = { packs: { state: true }, wrong: { state: true } };

  declare packs: KeptPack[];
  /** What is wrong with the file that was chosen last, "" if nothing. */
  declare wrong: string;

  constructor() {
    super();
    this.packs = keptPacks();
    this.wrong = "";
  }

  protected override render() {
    return html`<div class="row">
        <button class="button" type="button" @click=${this.choose}>Add a rule pack…</button>
        <span class="muted">causes and exceptions of your own, as JSON; kept in this browser</span>
        <input type="file" multiple accept=".json,application/json" hidden @change=${this.onFiles} />
      </div>
      ${
        this.packs.length > 0
          ? html`<ul aria-label="Rule packs in use">
              ${this.packs.map(
                ({ name }, index) => html`<li>
                  <code>${name}</code>
                  <button
                    class="link"
                    type="button"
                    aria-label="Remove ${name}"
                    @click=${() => this.take(index)}
                  >
                    remove
                  </button>
                </li>`,
              )}
            </ul>`
          : nothing
      }
      <p role="alert">${this.wrong}</p>`;
  }

  private choose(): void {
    this.renderRoot.querySelector("input")?.click();
  }

  private async onFiles(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    field.value = "";
    this.wrong = "";
    for (const file of files) {
      const pack = { name: file.name, text: await file.text() };
      // A file of the same name is a newer edition of it.
      const others = this.packs.filter(({ name }) => name !== pack.name);
      const wrong = await checkRules([...others, pack].map(({ text }) => text));
      if (wrong) this.wrong = `${pack.name}: ${wrong}`;
      else this.use([...others, pack]);
    }
  }

  private take(index: number): void {
    this.use(this.packs.filter((_, at) => at !== index));
  }

  private use(packs: KeptPack[]): void {
    keep(packs);
    this.packs = packs;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        font-size: 0.8125rem;
      }
      .row,
      ul {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.8rem;
      }
      ul {
        margin-top: 0.7rem;
      }
      [role="alert"]:not(:empty) {
        margin-top: 0.7rem;
        color: var(--_critical);
        overflow-wrap: anywhere;
      }
    `,
  ];
}
