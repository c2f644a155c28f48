// While a dump is read: how far, how many goroutines so far, and a way out.
import { css, html, type TemplateResult } from "lit";
import { count } from "../../wasm/render/phrases.ts";
import type { Progress } from "../../wasm/types.ts";

export function progressView(
  title: string,
  progress: Progress | null,
  cancel: () => void,
): TemplateResult {
  const { bytes = 0, totalBytes = null, goroutines = 0 } = progress ?? {};
  const share = totalBytes ? Math.min(1, bytes / totalBytes) : null;
  return html`<section class="progress" part="progress" aria-busy="true">
    <p class="reading">Reading ${title}</p>
    ${
      share === null
        ? html`<progress aria-label="Reading"></progress>`
        : html`<progress aria-label="Reading" max="1" .value=${share}></progress>`
    }
    <p class="numbers">
      <span>${size(bytes)}${totalBytes ? ` of ${size(totalBytes)}` : ""}</span>
      <span>${count(goroutines, "goroutine")}</span>
      <button class="button" type="button" @click=${cancel}>Cancel</button>
    </p>
  </section>`;
}

/** 1536 → "1.5 KB"; in powers of 1000, as file managers and curl show them. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ["KB", "MB", "GB"];
  let value = bytes;
  let unit = -1;
  do {
    value /= 1000;
    unit += 1;
  } while (value >= 999.95 && unit < units.length - 1);
  return `${value.toFixed(1)} ${units[unit]}`;
}

export const progressStyles = css`
  .progress {
    max-width: 40rem;
  }
  .reading {
    font-size: 1.125rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    margin: 0.8rem 0;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--_line);
    color: var(--_accent);
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 1.5rem;
    color: var(--_muted);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .numbers .button {
    margin-inline-start: auto;
    color: var(--_text);
  }
`;
