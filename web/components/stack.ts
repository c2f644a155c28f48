// A stack as a list: functions by origin, the decisive line marked, library frames folded.
import { css, html, nothing, type TemplateResult } from "lit";
import { placeText } from "../../wasm/render/phrases.ts";
import type { CreatedBy, Frame, Group, Place } from "../../wasm/types.ts";
import { decisiveFrame, foldStack } from "./stack-model.ts";
import { breakable, type Rendered } from "./text.ts";

export function stack(group: Group, site: Place | null): TemplateResult {
  const decisive = decisiveFrame(group.frames, site);
  const lines = foldStack(group.frames, decisive).map((line) =>
    line.kind === "frame"
      ? frameLine(line.frame, line.decisive)
      : html`<li class="fold">
          <details>
            <summary>${line.frames.length} more in ${line.packages.slice(0, 4).join(", ")}</summary>
            <ol>
              ${line.frames.map((frame) => frameLine(frame, false))}
            </ol>
          </details>
        </li>`,
  );
  return html`<ol class="stack" part="stack">
    ${lines} ${group.createdBy ? creatorLine(group.createdBy) : nothing}
  </ol>`;
}

function frameLine(frame: Frame, decisive: boolean): TemplateResult {
  return html`<li class="frame ${frame.origin} ${decisive ? "decisive" : ""}">
    ${decisive ? html`<span class="visually-hidden">The line that tells: </span>` : nothing}
    <code class="func">${functionName(frame)}</code>
    ${place(frame)}
  </li>`;
}

function creatorLine(creator: CreatedBy): TemplateResult {
  return html`<li class="frame creator">
    <span class="func"
      >created by <code>${breakable(creator.func)}</code>${
        creator.goroutine ? html` in goroutine ${creator.goroutine}` : nothing
      }</span
    >
    ${place(creator)}
  </li>`;
}

function place(at: Place): TemplateResult | typeof nothing {
  if (!at.file) return nothing;
  return html`<code class="place" title=${placeText(at)}>${placeText(at, 34)}</code>`;
}

/** github.com/acme/shop/cart.(*Cart).Add: the way to the package steps back behind the name. */
export function functionName({ func, package: pkg }: Frame): Rendered[] {
  const slash = func.startsWith(pkg) ? pkg.lastIndexOf("/") + 1 : 0;
  const path = func.slice(0, slash);
  const name = breakable(func.slice(slash));
  return path ? [html`<span class="path">${breakable(path)}</span>`, ...name] : name;
}

export const stackStyles = css`
  .stack {
    font-size: 0.8125rem;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_surface);
    padding: 0.35rem 0;
    min-width: 0;
  }
  .stack .frame {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1.25rem;
    padding: 0.12rem 0.75rem;
    border-inline-start: 3px solid transparent;
    color: var(--_muted);
  }
  .stack .frame.main {
    color: var(--_text);
    font-weight: 600;
  }
  .stack .frame.module {
    color: var(--_text);
  }
  .stack .frame.decisive {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_text);
    font-weight: 600;
  }
  .stack .func {
    flex: 1 1 14rem;
    min-width: 0;
    overflow-wrap: anywhere;
    padding-inline-start: 1.5em;
    text-indent: -1.5em;
  }
  .path {
    font-weight: 400;
    color: var(--_muted);
  }
  .stack .place {
    font-weight: 400;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .stack .creator {
    margin-top: 0.2rem;
    padding-top: 0.3rem;
    border-top: 1px solid var(--_line);
  }
  .stack .fold > details > summary {
    padding: 0.12rem 0.75rem 0.12rem calc(0.75rem + 3px);
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .stack .fold > details > summary:hover {
    color: var(--_text);
  }
  /* Forced colours paint transparent borders too: only one line is marked. */
  @media (forced-colors: active) {
    .stack .frame {
      border-inline-start-color: Canvas;
    }
    .stack .frame.decisive {
      border-inline-start-color: Highlight;
    }
  }
  .stack .fold summary:focus-visible {
    outline-offset: -2px;
  }
`;
