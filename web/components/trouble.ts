// What went wrong, in words, and what to do.
import { css, html, type TemplateResult } from "lit";
import type { GowhyError } from "../../wasm/errors.ts";
import type { ErrorCode } from "../../wasm/types.ts";
import { capital } from "./text.ts";

export interface Trouble {
  code: ErrorCode;
  message: string;
}

const titles: Record<ErrorCode, string> = {
  aborted: "Cancelled",
  unreadable: "This could not be read",
  bad_input: "This is not something that can be read",
  bad_option: "The analysis was asked for something it does not know",
  bad_rules: "The rules could not be used",
  csp: "This page does not allow WebAssembly",
  init: "The analysis could not be loaded",
};

const advice: Partial<Record<ErrorCode, string>> = {
  unreadable: "Check that the file is complete and still there, and open it again.",
  csp: "Only whoever serves this page can change that.",
  init: "Reload the page; if it stays so, the files of gowhy are not complete on this server.",
};

export function troubleOf(error: unknown): Trouble {
  const { code, message } = error as Partial<GowhyError>;
  return { code: code && code in titles ? code : "init", message: message ?? String(error) };
}

export function troubleView({ code, message }: Trouble, level: number): TemplateResult {
  return html`<section class="trouble" part="error" role="alert">
    <div class="trouble-title" role="heading" aria-level=${level}>${titles[code]}</div>
    <p>${capital(message)}.</p>
    ${advice[code] ? html`<p class="muted">${advice[code]}</p>` : ""}
  </section>`;
}

export const troubleStyles = css`
  .trouble {
    max-width: 46rem;
    padding: 0.9rem 1.1rem;
    border: 1px solid color-mix(in srgb, var(--_critical) 40%, transparent);
    border-radius: var(--_radius);
    background: var(--_critical-soft);
    overflow-wrap: anywhere;
  }
  .trouble-title {
    color: var(--_critical);
    font-weight: 600;
  }
`;
