// When nothing is wrong: what was looked at, what is normal and why, what a second dump would add.
import { html, nothing, type TemplateResult } from "lit";
import { count, thousands } from "../../wasm/render/phrases.ts";
import type { Group, Report } from "../../wasm/types.ts";

const shownRows = 6;

export function lookedAt(report: Report): TemplateResult {
  const states = Object.entries(report.summary.states).sort((a, b) => b[1] - a[1]);
  const roles = rolesOf(report.groups);
  return html`<section class="looked" part="looked-at" aria-label="What was looked at">
    <div>
      <p class="minor">What was looked at</p>
      ${
        states.length > 0
          ? rows(states)
          : html`<p class="muted">
              ${count(report.summary.goroutines, "goroutine")} in
              ${count(report.summary.groups, "group")}; a profile does not print states or waits.
            </p>`
      }
    </div>
    ${
      roles.length > 0
        ? html`<div>
            <p class="minor">Normal, by what they are for</p>
            ${rows(roles)}
          </div>`
        : nothing
    }
    <div>
      <p class="minor">What a second dump would add</p>
      <p class="muted">
        One dump is one moment. Take another a few minutes later and open both together: what only grows is a
        leak, even where each goroutine alone looks healthy, and what has not moved is stuck.
      </p>
    </div>
  </section>`;
}

/** Roles of the normal groups with how many goroutines have them, most first. */
export function rolesOf(groups: readonly Group[]): [string, number][] {
  const roles = new Map<string, number>();
  for (const group of groups) {
    if (!group.normal) continue;
    const role = group.role ?? "at work, or waiting as such code does";
    roles.set(role, (roles.get(role) ?? 0) + group.count);
  }
  return [...roles].sort((a, b) => b[1] - a[1]);
}

function rows(pairs: [string, number][]): TemplateResult {
  const rest = pairs.slice(shownRows);
  const others = rest.reduce((sum, [, number]) => sum + number, 0);
  return html`<ul>
    ${pairs
      .slice(0, shownRows)
      .map(
        ([name, number]) => html`<li><span>${name}</span><span>${thousands(number)}</span></li>`,
      )}
    ${
      rest.length > 0
        ? html`<li class="muted"><span>${rest.length} others</span><span>${thousands(others)}</span></li>`
        : nothing
    }
  </ul>`;
}
