// One finding as a card: what, how sure, where; the stack; what speaks for and against; what to do.
import { html, nothing, type TemplateResult } from "lit";
import { renderFindingMarkdown } from "../../wasm/render/markdown.ts";
import { age, count, placeText, thousands } from "../../wasm/render/phrases.ts";
import type { Evidence, Finding, Group, Place, Report } from "../../wasm/types.ts";
import { fixView } from "./fix.ts";
import { externalLink, markdown } from "./markdown.ts";
import { stack } from "./stack.ts";
import { tellingGroups } from "./stack-model.ts";
import { breakable, capital, type Rendered, rounded, sentence } from "./text.ts";

export interface CardContext {
  report: Report;
  /** Level of the card's heading. */
  level: number;
  /** The first card shows all it has; the others wait for a click. */
  open: boolean;
  /** Shows these groups in the list below. */
  showGroups: ((finding: Finding) => void) | null;
}

/** A card for a finding that nothing explains, with links to those it explains. */
export function findingCard(
  finding: Finding,
  explains: readonly Finding[],
  context: CardContext,
): TemplateResult {
  const index = context.report.findings.indexOf(finding);
  const id = `finding-${index}`;
  return html`<article
    class="card ${finding.severity}"
    part="finding finding-${finding.severity}"
    id=${id}
    tabindex="-1"
    aria-labelledby="${id}-title"
    data-stop
  >
    <header class="card-head">
      <p class="badges">
        <span class="severity" part="severity">${capital(finding.severity)}</span>
        <span class="confidence">${capital(finding.confidence)}</span>
        <span class="muted">${whySure(finding)}</span>
      </p>
      <p class="amount">
        <strong>${thousands(finding.goroutines)}</strong>
        ${finding.goroutines === 1 ? "goroutine" : "goroutines"}
      </p>
      <div
        class="card-title"
        id="${id}-title"
        role="heading"
        aria-level=${context.level}
        part="finding-title"
      >
        ${sentence(finding.title)}
      </div>
    </header>
    ${facts(finding, context)} ${actions(finding, context)} ${words(finding, context.open)}
    ${explainsList(explains, context)}
  </article>`;
}

function facts(finding: Finding, { report }: CardContext): TemplateResult {
  const told = finding.summary === report.summary.verdict;
  const stacks = tellingGroups(report.groups, finding.groups, 2);
  return html`
    ${told ? nothing : html`<p class="summary">${sentence(finding.summary)}</p>`}
    ${places(finding)} ${trend(finding, report)}
    <div class="stacks">${stacks.map((group) => stackOf(group, finding.site))}</div>
    <div class="evidence">
      ${evidence("Speaks for it", finding.evidence, true)}
      ${evidence("Speaks against it, or is unknown", finding.evidence, false)}
    </div>
    ${next(finding.next)}
  `;
}

const commandIn = /`((?:curl|dlv|go|gowhy|grep|kill|kubectl|lsof|ss|ps|strace|[A-Z]+=\S+) [^`]*)`/;

/** What would settle it, with a button for the command in it. */
function next(text: string): TemplateResult | typeof nothing {
  if (!text) return nothing;
  const command = commandIn.exec(text)?.[1];
  return html`<p class="next">
    <strong>To settle it:</strong> ${sentence(text)}
    ${command ? html`<gowhy-copy .text=${command} label="Copy the command"></gowhy-copy>` : nothing}
  </p>`;
}

/** The long texts; they come a moment after the verdict. */
function words(finding: Finding, open: boolean): TemplateResult {
  return html`
    <div class="pair">
      ${section("What happens", open, markdown(finding.explanation), finding.explanation)}
      ${section("Normal when", open, markdown(finding.normalWhen), finding.normalWhen)}
    </div>
    ${section("Fix", open, fixView(finding.fix), finding.fix)}
    ${section("Confirm", open, markdown(finding.confirm), finding.confirm)}
    ${
      finding.references.length > 0
        ? section(
            "References",
            open,
            html`<ul class="references">
              ${finding.references.map(({ title, url }) => html`<li>${externalLink(url, sentence(title))}</li>`)}
            </ul>`,
          )
        : nothing
    }
  `;
}

function section(
  title: string,
  open: boolean,
  content: Rendered | Rendered[],
  text = "shown",
): TemplateResult | typeof nothing {
  if (!text) return nothing;
  return html`<details class="section" part="section" ?open=${open}>
    <summary>${title}</summary>
    <div class="prose">${content}</div>
  </details>`;
}

function places({ site, createdAt }: Finding): TemplateResult | typeof nothing {
  if (!site && !createdAt) return nothing;
  return html`<dl class="places">
    ${site ? placeRow("Your code", site) : nothing}
    ${createdAt ? placeRow("Started by", createdAt) : nothing}
  </dl>`;
}

function placeRow(title: string, place: Place): TemplateResult {
  const where = placeText(place, 60);
  return html`<div>
    <dt>${title}</dt>
    <dd>
      <code class="own">${breakable(place.func)}</code>
      ${where ? html`<code class="muted" title=${placeText(place)}>${breakable(where)}</code>` : nothing}
    </dd>
  </div>`;
}

function trend(finding: Finding, report: Report): TemplateResult | typeof nothing {
  const change = report.compare?.findings.find((one) => report.findings[one.finding] === finding);
  const { rate } = finding;
  if (!change && !rate) return nothing;
  return html`<p class="trend">
    ${
      change
        ? html`${capital(change.trend)} over the snapshots: ${change.counts.map(thousands).join(" → ")}.`
        : nothing
    }
    ${
      rate
        ? html`About ${rounded(rate.perMinute)} more a minute for ${age(Math.round(rate.sinceMinutes))}
            (${sentence(rate.basis)}).`
        : nothing
    }
  </p>`;
}

function stackOf(group: Group, site: Place | null): TemplateResult {
  return html`<figure>
    <figcaption>
      ${count(group.count, "goroutine")}${group.state ? html` · ${group.state}` : nothing}${
        group.role ? html` · ${group.role}` : nothing
      }
    </figcaption>
    ${stack(group, site)}
  </figure>`;
}

function evidence(
  title: string,
  items: readonly Evidence[],
  supports: boolean,
): TemplateResult | typeof nothing {
  const shown = items.filter((item) => item.supports === supports);
  if (shown.length === 0) return nothing;
  return html`<div class=${supports ? "for" : "against"}>
    <p class="minor">${title}</p>
    <ul>
      ${shown.map((item) => html`<li>${sentence(item.text)}</li>`)}
    </ul>
  </div>`;
}

/** What this finding explains: one line each, which opens to all of it. */
function explainsList(
  explains: readonly Finding[],
  context: CardContext,
): TemplateResult | typeof nothing {
  if (explains.length === 0) return nothing;
  return html`<div class="explains">
    <p class="minor">This explains</p>
    ${explains.map(
      (finding) =>
        html`<details
          class="explained ${finding.severity}"
          id="finding-${context.report.findings.indexOf(finding)}"
        >
          <summary>
            ${sentence(finding.title)}
            <span class="muted"
              >${count(finding.goroutines, "goroutine")} · ${finding.severity} · ${finding.confidence}</span
            >
          </summary>
          <div class="explained-body">${facts(finding, context)} ${words(finding, false)}</div>
        </details>`,
    )}
  </div>`;
}

function actions(finding: Finding, { showGroups }: CardContext): TemplateResult {
  return html`<footer class="actions">
    ${
      showGroups && finding.groups.length > 0
        ? html`<button class="button" type="button" @click=${() => showGroups(finding)}>
            Show these goroutines
          </button>`
        : nothing
    }
    <gowhy-copy .text=${() => renderFindingMarkdown(finding)} caption="Copy as Markdown"></gowhy-copy>
  </footer>`;
}

const sureness = {
  certain: "the dump itself proves it",
  likely: "what is seen fits, and little else does",
  possible: "what is seen fits, and so would something else",
};

function whySure(finding: Finding): string {
  const against = finding.evidence.filter((item) => !item.supports).length;
  const pro = finding.evidence.length - against;
  return `${sureness[finding.confidence]} (${pro} for, ${against} against or open)`;
}
