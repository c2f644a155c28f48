import { css, html, nothing, type TemplateResult } from "lit";
import { colored } from "./go-code.ts";

/** A block of code with its copy button; `label` says what it is, where that is not plain. */
export function codeBlock(
  code: string,
  language: string,
  label: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<figure class="code" part="code">
    ${label}
    <pre tabindex="0"><code>${colored(code, language)}</code></pre>
    <gowhy-copy .text=${code} label="Copy this code"></gowhy-copy>
  </figure>`;
}

export const codeStyles = css`
  .code {
    position: relative;
    min-width: 0;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_surface);
  }
  .code pre {
    padding: 0.7rem 0.85rem;
    overflow-x: auto;
    line-height: 1.55;
    tab-size: 4;
    border-radius: 6px;
  }
  .code pre:focus-visible {
    outline-offset: -2px;
  }
  .code gowhy-copy {
    position: absolute;
    top: 0.3rem;
    inset-inline-end: 0.3rem;
  }
  .code-keyword {
    color: light-dark(#8a2a7d, #d9a3e0);
  }
  .code-string {
    color: light-dark(#0b6e4f, #8fd0a8);
  }
  .code-number {
    color: light-dark(#1e5aa8, #8fb9ee);
  }
  .code-comment {
    color: var(--_muted);
  }
  @media print {
    .code pre {
      white-space: pre-wrap;
    }
  }
`;
