import { css, html, type TemplateResult } from "lit";

const keys: [string[], string][] = [
  [["Ctrl", "V"], "read the dump in the clipboard, anywhere on the page"],
  [["j"], "next finding or group"],
  [["k"], "previous one"],
  [["Enter"], "open or close it"],
  [["Esc"], "cancel reading, close, or go back"],
  [["?"], "this list"],
];

export function helpDialog(): TemplateResult {
  return html`<dialog class="help" aria-labelledby="help-title">
    <form method="dialog">
      <h2 id="help-title">Keys</h2>
      <dl>
        ${keys.map(
          ([combination, what]) =>
            html`<div>
              <dt>${combination.map((key) => html`<kbd>${key}</kbd>`)}</dt>
              <dd>${what}</dd>
            </div>`,
        )}
      </dl>
      <button class="button" value="close">Close</button>
    </form>
  </dialog>`;
}

export const helpStyles = css`
  .help {
    width: min(30rem, calc(100vw - 2rem));
    padding: 1.25rem 1.4rem;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
  }
  .help::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .help dl {
    margin: 0.8rem 0 1.1rem;
  }
  .help dl > div {
    display: grid;
    grid-template-columns: 6rem 1fr;
    gap: 1rem;
    padding: 0.25rem 0;
    font-size: 0.875rem;
  }
  kbd {
    display: inline-block;
    min-width: 1.5rem;
    margin-inline-end: 0.25rem;
    padding: 0 0.35rem;
    border: 1px solid var(--_line-strong);
    border-bottom-width: 2px;
    border-radius: 4px;
    font: 0.75rem / 1.5 var(--_code);
    text-align: center;
  }
`;
