// The answer: one sentence, the facts it rests on, and what a restart would do.
import { html, nothing, type TemplateResult } from "lit";
import { age, count, leavesOpen, thousands } from "../../wasm/render/phrases.ts";
import type { DumpEvent, InputFormat, Report } from "../../wasm/types.ts";
import { capital, type Rendered, rounded, sentence } from "./text.ts";

/** Whether nothing above `info` was found, and the program did not end by itself. */
export function isCalm(report: Report): boolean {
  const crashed = report.events.some(({ kind }) => kind !== "signal" && kind !== "exit");
  return !crashed && report.findings.every((finding) => finding.severity === "info");
}

/** Whether there was nothing to read at all; an empty leak profile is something. */
export function isEmpty(report: Report): boolean {
  const unread = report.notes.some((note) => note.code === "no_dump");
  return unread && report.findings.length === 0 && report.events.length === 0;
}

export function verdict(report: Report, level: number): TemplateResult {
  const { summary } = report;
  return html`<section part="verdict" class="answer">
    ${isCalm(report) && !summary.fragment && !leavesOpen(report) ? allClear : nothing}
    <div class="verdict" role="heading" aria-level=${level} tabindex="-1" data-verdict>
      ${sentence(summary.verdict)}
    </div>
    <ul class="facts" part="facts" aria-label="Facts">
      ${factsOf(report).map((fact) => html`<li>${fact}</li>`)}
    </ul>
    ${summary.restart ? html`<p class="restart">${sentence(summary.restart)}</p>` : nothing}
    ${events(report)}
  </section>`;
}

const allClear = html`<p class="all-clear">
  <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
    <circle cx="8" cy="8" r="6.5" />
    <path d="m5 8.3 2.1 2.1L11 6.3" />
  </svg>
  Nothing wrong found
</p>`;

const formats: Record<InputFormat, string> = {
  traceback: "goroutine dump",
  "profile-text": "profile (debug=1)",
  "profile-proto": "profile (protobuf)",
  race: "race report",
  delve: "Delve",
  goleak: "goleak report",
  none: "no dump",
};

function factsOf(report: Report): Rendered[] {
  const { summary, inputs, findings, notes } = report;
  const facts: Rendered[] = [html`<strong>${count(summary.goroutines, "goroutine")}</strong>`];
  facts.push(html`${count(summary.groups, "group")}`);
  const wait = summary.waitMinutes;
  if (wait) facts.push(html`oldest wait <strong>${age(wait.max)}</strong>`);
  const rate = findings.find((finding) => finding.rate)?.rate;
  if (rate) {
    facts.push(
      html`<strong>+${rounded(rate.perMinute)} a minute</strong> for ${age(Math.round(rate.sinceMinutes))}`,
    );
  }
  const go = summary.goVersion;
  if (go) facts.push(html`<span title=${go.evidence}>Go ${versions(go.min, go.max)}</span>`);
  const seen = [...new Set(inputs.map((input) => formats[input.format]))];
  facts.push(html`${seen.join(", ")}`);
  if (summary.fragment) facts.push(html`<span>only a part of a dump</span>`);
  const snapshots = report.compare?.snapshots.length ?? 0;
  if (snapshots > 1) facts.push(html`newest of ${snapshots} snapshots`);
  if (notes.length > 0) {
    facts.push(
      html`<button class="link" type="button" data-jump="notes">${count(notes.length, "note")}</button>`,
    );
  }
  return facts;
}

function versions(min: string | null, max: string | null): string {
  if (min && max) return min === max ? min : `${min} to ${max}`;
  return min ? `${min} or later` : `${max} or earlier`;
}

const eventNames = {
  panic: "panic",
  fatal: "fatal error",
  signal: "signal",
  test_timeout: "test timed out",
  race: "data race",
  exit: "exit",
};
const shownEvents = 5;

function events({ events: all }: Report): TemplateResult | typeof nothing {
  const merged = new Map<string, DumpEvent[]>();
  for (const event of all) {
    const key = `${event.kind} ${event.message}`;
    merged.set(key, [...(merged.get(key) ?? []), event]);
  }
  const rest = merged.size - shownEvents;
  if (all.length === 0) return nothing;
  return html`<ul class="events" part="events" aria-label="What the program printed">
    ${[...merged.values()].slice(0, shownEvents).map(eventLine)}
    ${rest > 0 ? html`<li class="muted">${thousands(rest)} more</li>` : nothing}
  </ul>`;
}

/** Events that say the same. */
function eventLine(same: readonly DumpEvent[]): TemplateResult | typeof nothing {
  const [first] = same;
  if (!first) return nothing;
  const { kind, message, goroutine } = first;
  const one = goroutine ? ` in goroutine ${goroutine}` : "";
  const where = same.length > 1 ? `, ${thousands(same.length)} times` : one;
  return html`<li><span class="muted">${capital(eventNames[kind])}${where}</span> <code>${message}</code></li>`;
}
