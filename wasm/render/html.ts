// The report as one HTML file to keep or to attach: no script, nothing from elsewhere, prints well.
import type { Evidence, Finding, Group, Place, Report } from "../types.ts";
import {
  age,
  count,
  facts,
  placeText,
  roots,
  sourceLink,
  tellingFrame,
  thousands,
} from "./phrases.ts";

export interface HtmlOptions {
  sourceUrl?: string;
  all?: boolean;
}

const shownGroups = 200;

const style = `
:root{color-scheme:light dark;--accent:light-dark(#0b5cad,#7ab7ff);--line:light-dark(#ddd,#444);
--critical:light-dark(#b00020,#ff8a80);--warning:light-dark(#8a5300,#ffc46b);--info:var(--accent)}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.3}h2{font-size:1.2rem}h3{font-size:1rem;margin-bottom:.25rem}
article{border-top:1px solid var(--line);padding-top:.5rem;margin-top:1.5rem}
code,pre{font:.9em/1.5 ui-monospace,monospace}pre{overflow-x:auto;padding:.75rem;border:1px solid var(--line);border-radius:.3rem}
.critical{color:var(--critical)}.warning{color:var(--warning)}.info{color:var(--info)}
a{color:var(--accent)}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
td,th{text-align:left;padding:.25rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
td:first-child,th:first-child{text-align:right}td{overflow-wrap:anywhere}`;

export function renderHtml(reports: Report[], options: HtmlOptions = {}): string {
  const body = reports.map((report) => reportHtml(report, options)).join("\n<hr>\n");
  const title = escapeHtml(reports[0]?.summary.verdict ?? "gowhy");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${style}</style></head>
<body><main>
${body}
</main></body></html>
`;
}

function reportHtml(report: Report, options: HtmlOptions): string {
  const { summary } = report;
  const parts = [
    `<h1>${inline(summary.verdict)}</h1>`,
    `<p>${escapeHtml(facts(report).join(" · "))}</p>`,
    summary.restart ? `<p>${inline(summary.restart)}</p>` : "",
    ...roots(report).map(({ finding, explains }) => findingHtml(finding, explains, options)),
    groupsHtml(report, options.all ?? false),
  ];
  if (report.notes.length > 0) {
    const items = report.notes.map(({ line, text, count: times }) => {
      const where = line ? `line ${thousands(line)}: ` : "";
      return `<li>${where}${inline(text)}${times > 1 ? ` (${thousands(times)} times)` : ""}</li>`;
    });
    parts.push(`<h2>Notes</h2><ul>${items.join("")}</ul>`);
  }
  return parts.filter(Boolean).join("\n");
}

function findingHtml(finding: Finding, explains: Finding[], options: HtmlOptions): string {
  const severity = `<span class="${finding.severity}">${finding.severity}</span>`;
  const parts = [
    `<h2>${severity}: ${inline(finding.title)} (${finding.confidence})</h2>`,
    `<p>${inline(finding.summary)}</p>`,
    finding.site ? `<p>where: ${placeHtml(finding.site, options)}</p>` : "",
    finding.createdAt ? `<p>created at: ${placeHtml(finding.createdAt, {})}</p>` : "",
    evidenceHtml("Speaks for it", finding.evidence, true),
    evidenceHtml("Speaks against it", finding.evidence, false),
    section("What happens", finding.explanation),
    section("Normal when", finding.normalWhen),
    section("Confirm", finding.confirm),
    section("Fix", finding.fix),
    finding.next ? `<h3>Next</h3><p>${inline(finding.next)}</p>` : "",
    ...explains.map((one) => {
      return `<p>explains ${one.severity}: ${inline(one.title)}, ${count(one.goroutines, "goroutine")}</p>`;
    }),
  ];
  return `<article>\n${parts.filter(Boolean).join("\n")}\n</article>`;
}

function evidenceHtml(title: string, evidence: Evidence[], supports: boolean): string {
  const items = evidence.filter((item) => item.supports === supports);
  if (items.length === 0) return "";
  return `<h3>${title}</h3><ul>${items.map(({ text }) => `<li>${inline(text)}</li>`).join("")}</ul>`;
}

function groupsHtml(report: Report, all: boolean): string {
  const groups = report.groups.filter((group) => all || !group.normal);
  if (groups.length === 0) return "";
  const shown = all ? groups : groups.slice(0, shownGroups);
  const head =
    "<tr><th>goroutines</th><th>state</th><th>longest wait</th><th>where</th><th>stack</th></tr>";
  const more = groups.length > shown.length ? ` (${shown.length} of ${groups.length})` : "";
  return `<h2>Groups${more}</h2>\n<table>${head}\n${shown.map(groupRow).join("\n")}\n</table>`;
}

function groupRow(group: Group): string {
  const frame = tellingFrame(group);
  const where = group.role
    ? escapeHtml(group.role)
    : frame
      ? `<code>${escapeHtml(frame.func)}</code>`
      : "";
  const stack = group.frames.map((one) => `${one.func}\n    ${placeText(one)}`);
  if (group.createdBy) {
    stack.push(`created by ${group.createdBy.func}\n    ${placeText(group.createdBy)}`);
  }
  const wait = group.waitMinutes ? age(group.waitMinutes.max) : "";
  const details = `<details><summary>${stack.length} frames</summary><pre>${escapeHtml(stack.join("\n"))}</pre></details>`;
  const cells = [thousands(group.count), escapeHtml(group.state ?? ""), wait, where, details];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function placeHtml(place: Place, options: HtmlOptions): string {
  const where = placeText(place);
  const text = `<code>${escapeHtml(place.func)}</code>${where ? ` (<code>${escapeHtml(where)}</code>)` : ""}`;
  if (!options.sourceUrl || !place.file) return text;
  return `<a href="${escapeHtml(sourceLink(options.sourceUrl, place))}">${text}</a>`;
}

function section(title: string, markdown: string): string {
  return markdown.trim() ? `<h3>${title}</h3>\n${blocks(markdown)}` : "";
}

/** The little Markdown that the texts of the causes use: paragraphs, lists, fences, headings. */
function blocks(markdown: string): string {
  const parts = markdown.trim().split(/^```[^\n]*\n([\s\S]*?)^```[ \t]*$/m);
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return `<pre>${escapeHtml(part.trimEnd())}</pre>`;
      return part
        .split(/\n\s*\n/)
        .map((text) => text.trim())
        .filter(Boolean)
        .map(block)
        .join("\n");
    })
    .join("\n");
}

function block(text: string): string {
  const heading = /^#+\s+(.*)$/.exec(text);
  if (heading) return `<h4>${inline(heading[1] ?? "")}</h4>`;
  if (!/^([-*]|\d+\.)\s/.test(text)) return `<p>${inline(text)}</p>`;
  const items = text.split(/\n(?=(?:[-*]|\d+\.)\s)/).map((item) => item.replace(/^\S+\s+/, ""));
  return `<ul>${items.map((item) => `<li>${inline(item)}</li>`).join("")}</ul>`;
}

/** Escaped first: what a dump brings along stays text. */
function inline(text: string): string {
  return escapeHtml(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? `<code>${part.slice(1, -1)}</code>` : emphasis(part)))
    .join("");
}

function emphasis(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    "&": "amp",
    "<": "lt",
    ">": "gt",
    '"': "quot",
    "'": "#39",
  };
  return text.replace(/[&<>"']/g, (character) => `&${names[character]};`);
}
