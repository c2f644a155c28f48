// The report as Markdown for an issue or a chat. What comes from the dump is kept from being read as
// Markdown: a goroutine label must not ping a person or draw a table.
import type { Finding, Group, Place, Report } from "../types.ts";
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

export interface MarkdownOptions {
  sourceUrl?: string;
  all?: boolean;
}

const shownGroups = 15;

export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const parts = [`**${safe(report.summary.verdict)}**`, safe(facts(report).join(" · "))];
  if (report.summary.restart) parts.push(safe(report.summary.restart));
  for (const { finding, explains } of roots(report)) {
    parts.push(...findingParts(finding, options));
    for (const one of explains) {
      parts.push(
        `- explains *${one.severity}*: ${safe(one.title)}, ${count(one.goroutines, "goroutine")}`,
      );
    }
  }
  parts.push(...groupParts(report, options.all ?? false));
  if (report.notes.length > 0) {
    const lines = report.notes.slice(0, 10).map((note) => {
      const where = note.line ? `line ${note.line}: ` : "";
      return `- ${where}${safe(note.text)}${note.count > 1 ? ` (${note.count} times)` : ""}`;
    });
    parts.push("### Notes", lines.join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}

/** One finding alone, for a copy button. */
export function renderFindingMarkdown(finding: Finding, options: MarkdownOptions = {}): string {
  return `${findingParts(finding, options).join("\n\n")}\n`;
}

function findingParts(finding: Finding, options: MarkdownOptions): string[] {
  const parts = [
    `### ${finding.severity}: ${safe(finding.title)} (${finding.confidence})`,
    safe(finding.summary),
  ];
  const places = [];
  if (finding.site) places.push(`- where: ${placeLink(finding.site, options)}`);
  if (finding.createdAt) places.push(`- created at: ${placeLink(finding.createdAt, {})}`);
  if (places.length > 0) parts.push(places.join("\n"));
  for (const [title, supports] of [
    ["Speaks for it", true],
    ["Speaks against it", false],
  ] as const) {
    const items = finding.evidence.filter((item) => item.supports === supports);
    if (items.length > 0)
      parts.push(`${title}:\n${items.map((item) => `- ${safe(item.text)}`).join("\n")}`);
  }
  if (finding.severity !== "info") {
    // The texts of the causes are our own Markdown.
    if (finding.normalWhen) parts.push("#### Normal when", finding.normalWhen.trim());
    if (finding.confirm) parts.push("#### Confirm", finding.confirm.trim());
    if (finding.fix) parts.push("#### Fix", finding.fix.trim());
  }
  if (finding.next) parts.push(`**Next:** ${safe(finding.next)}`);
  return parts;
}

function groupParts(report: Report, all: boolean): string[] {
  const groups = report.groups.filter((group) => all || !group.normal);
  if (groups.length === 0) return [];
  const rows = (all ? groups : groups.slice(0, shownGroups)).map(groupRow);
  const head = "| goroutines | state | longest wait | where |\n|---:|---|---:|---|";
  const title =
    groups.length > rows.length
      ? `Groups (${rows.length} of ${thousands(groups.length)})`
      : "Groups";
  return ["<details>", `<summary>${title}</summary>`, `${head}\n${rows.join("\n")}`, "</details>"];
}

function groupRow(group: Group): string {
  const frame = tellingFrame(group);
  const where = frame ? `${code(frame.func)} ${code(placeText(frame, 40))}` : "";
  const cells = [
    thousands(group.count),
    safe(group.state ?? ""),
    group.waitMinutes ? age(group.waitMinutes.max) : "",
    group.role ? safe(group.role) : where,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function placeLink(place: Place, options: MarkdownOptions): string {
  const where = placeText(place);
  const text = `${code(place.func)}${where ? ` (${code(where)})` : ""}`;
  if (!options.sourceUrl || !place.file) return text;
  return `[${text}](${encodeURI(decodeURI(sourceLink(options.sourceUrl, place))).replaceAll(")", "%29")})`;
}

function code(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return flat ? `${fence}${pad}${flat}${pad}${fence}` : "";
}

/** Escapes Markdown outside the code spans that the core itself writes. */
function safe(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapePlain(part)))
    .join("");
}

function escapePlain(text: string): string {
  // A zero-width space after @ and # keeps issue trackers from linking people and issues.
  return text.replace(/[\\<>*_[\]|~]/g, "\\$&").replace(/([@#])(?=\w)/g, "$1\u200b");
}
