// The report as a person reads it in a terminal: the verdict, the facts, the findings, then groups,
// then what was not understood.
import type { Compare, Evidence, Finding, Group, Place, Report, Severity } from "../types.ts";
import { type Style, Writer } from "./layout.ts";
import {
  age,
  count,
  facts,
  placeText,
  roots,
  shortFunc,
  sourceLink,
  tellingFrame,
  thousands,
} from "./phrases.ts";

export interface TextOptions {
  width?: number;
  color?: boolean;
  /** Every group, normal ones too. */
  all?: boolean;
  /** Links for the user's own frames; `{path}` and `{line}` are replaced. */
  sourceUrl?: string;
}

const severityStyle: Record<Severity, Style> = { critical: "red", warning: "yellow", info: "blue" };
const shownGroups = 10;
const shownNotes = 8;
const shownEvidence = 3;
const label = 11; // width of the column "created at "

export function renderText(report: Report, options: TextOptions = {}): string {
  const out = new Writer(options.width ?? 80, options.color ?? false);
  out.text(report.summary.verdict, 0, "bold");
  out.row(facts(report), "dim");
  if (report.summary.restart) out.text(report.summary.restart, 0);
  const all = roots(report);
  const main = all.filter(({ finding }, index) => index === 0 || finding.severity !== "info");
  main.forEach(({ finding, explains }, index) => {
    out.blank();
    const told = finding.summary === report.summary.verdict;
    findingText(out, finding, told, index === 0 && finding.severity !== "info", options);
    explainedText(out, explains);
  });
  const rest = all.filter((entry) => !main.includes(entry));
  if (rest.length > 0) out.blank();
  for (const { finding, explains } of rest) {
    for (const one of [finding, ...explains]) infoLine(out, one);
  }
  if (report.compare) compareText(out, report, report.compare);
  groupsText(out, report, options.all ?? false);
  notesText(out, report);
  return out.toString();
}

/** `told`: its sentence is the verdict, which stands above. `full`: with the words of its cause. */
function findingText(
  out: Writer,
  finding: Finding,
  told: boolean,
  full: boolean,
  options: TextOptions,
): void {
  const word = finding.severity.toUpperCase();
  const style = severityStyle[finding.severity];
  out.text(`${finding.title} (${finding.confidence})`, 0, "bold", [style, `${word}: `]);
  if (!told) out.text(finding.summary, 2);
  if (finding.site) placeLine(out, "where", finding.site, options);
  if (finding.createdAt) placeLine(out, "created at", finding.createdAt, {});
  if (finding.rate) {
    const { perMinute, sinceMinutes, basis } = finding.rate;
    field(out, "rate", `${rounded(perMinute)} per minute for ${age(sinceMinutes)} (${basis})`);
  }
  evidenceText(out, finding, full ? Number.POSITIVE_INFINITY : shownEvidence);
  if (finding.next) field(out, "next", finding.next);
  if (full) {
    section(out, "Normal when", finding.normalWhen);
    section(out, "Confirm", finding.confirm);
    section(out, "Fix", finding.fix);
    out.blank();
  }
  field(out, "more", `\`gowhy explain ${finding.cause}\``, "dim");
}

/** A line for each cause: of several findings of one cause the first, and how many more there are. */
function explainedText(out: Writer, explained: Finding[]): void {
  for (const finding of explained) {
    const same = explained.filter(({ cause }) => cause === finding.cause);
    if (same[0] !== finding) continue;
    const place = finding.site
      ? `, ${shortFunc(finding.site.func)} (${placeText(finding.site, 40)})`
      : "";
    const more = same.length > 1 ? `, and ${count(same.length - 1, "more place")}` : "";
    const style = severityStyle[finding.severity];
    const text = `${finding.title}: ${count(finding.goroutines, "goroutine")}${place}${more}`;
    out.text(text, 2, undefined, [style, `explains ${finding.severity}: `]);
  }
}

function infoLine(out: Writer, finding: Finding): void {
  out.text(`${finding.title}: ${finding.summary}`, 0, undefined, ["blue", "info: "]);
}

function placeLine(out: Writer, name: string, place: Place, options: TextOptions): void {
  const func = place.func;
  const room = out.width - 2 - label - 3 - func.length;
  const oneLine = placeText(place, Math.max(room, 0));
  if (oneLine.length <= room) {
    field(out, name, `${func} (${oneLine})`);
  } else {
    field(out, name, func);
    out.line(" ".repeat(2 + label), placeText(place, out.width - 2 - label));
  }
  if (options.sourceUrl && place.file) {
    out.line(" ".repeat(2 + label), ["dim", sourceLink(options.sourceUrl, place)]);
  }
}

function field(out: Writer, name: string, text: string, style?: Style): void {
  out.text(text, 2, style, ["dim", name.padEnd(label)]);
}

/** What speaks for it and, never left out, what speaks against it. */
function evidenceText(out: Writer, finding: Finding, most: number): void {
  const sides: [string, Style, boolean][] = [
    ["for", "green", true],
    ["against", "yellow", false],
  ];
  for (const [name, style, supports] of sides) {
    const items = finding.evidence.filter((item) => item.supports === supports);
    items.slice(0, most).forEach((item, index) => {
      out.text(evidenceLine(item), 2, undefined, [style, (index === 0 ? name : "").padEnd(label)]);
    });
    if (items.length > most) field(out, "", `… and ${items.length - most} more`, "dim");
  }
}

function evidenceLine(item: Evidence): string {
  const ids = item.goroutineIds;
  if (ids.length === 0 || ids.every((id) => item.text.includes(String(id)))) return item.text;
  const shown = ids.slice(0, 3).join(", ");
  const more = ids.length > 3 ? ", …" : "";
  return `${item.text} (${ids.length === 1 ? "goroutine" : "goroutines"} ${shown}${more})`;
}

function section(out: Writer, title: string, markdown: string): void {
  if (!markdown.trim()) return;
  out.blank();
  out.line("  ", ["bold", title]);
  out.markdown(markdown, 4);
}

function compareText(out: Writer, report: Report, compare: Compare): void {
  out.blank();
  const totals = compare.snapshots.map((snapshot) => thousands(snapshot.goroutines)).join(" → ");
  out.text(`${totals} goroutines`, 0, undefined, ["bold", "Over time: "]);
  const telling = compare.groups.filter(
    (entry) => entry.trend !== "steady" && entry.trend !== "varying",
  );
  for (const entry of telling.slice(0, shownGroups)) {
    const group = report.groups[entry.group];
    const rate = entry.perMinute === null ? "" : ` (${rounded(entry.perMinute)} per minute)`;
    const what = group ? describe(group, 60) : `group ${entry.group}`;
    out.text(`${entry.counts.join(" → ")} ${entry.trend}${rate}: ${what}`, 2);
  }
  if (telling.length > shownGroups) {
    out.text(`… and ${telling.length - shownGroups} more groups that changed`, 2, "dim");
  }
  if (compare.gone.length > 0) {
    const goroutines = compare.gone.reduce((sum, group) => sum + group.count, 0);
    out.text(
      `gone: ${count(goroutines, "goroutine")} in ${count(compare.gone.length, "group")}`,
      2,
    );
  }
}

function groupsText(out: Writer, report: Report, all: boolean): void {
  const telling = report.groups.filter((group) => all || !group.normal);
  const shown = all ? telling : telling.slice(0, shownGroups);
  const normal = report.groups.filter((group) => group.normal);
  if (report.groups.length === 0) return;
  out.blank();
  out.text("(goroutines, state, longest wait, where)", 0, "dim", ["bold", "Groups "]);
  const states = shown.map(stateText);
  const stateWidth = Math.min(18, Math.max(0, ...states.map((state) => state.length)));
  const ages = shown.map((group) => (group.waitMinutes ? age(group.waitMinutes.max) : ""));
  const ageWidth = Math.max(0, ...ages.map((text) => text.length));
  const countWidth = Math.max(1, ...shown.map((group) => thousands(group.count).length));
  shown.forEach((group, index) => {
    const cells = [thousands(group.count).padStart(countWidth)];
    if (stateWidth > 0) cells.push((states[index] ?? "").padEnd(stateWidth));
    if (ageWidth > 0) cells.push((ages[index] ?? "").padStart(ageWidth));
    const lead = `  ${cells.join("  ")}  `;
    const what = describe(group, out.width - lead.length);
    if (lead.length + what.length <= out.width) {
      out.line(lead, what);
    } else {
      out.line(lead);
      out.text(what, 6);
    }
    const caller = callerAmong(group, shown);
    if (caller) out.text(`called from ${caller}`, Math.min(lead.length + 2, 24), "dim");
  });
  if (telling.length > shown.length) {
    const left = telling.slice(shown.length);
    const goroutines = left.reduce((sum, group) => sum + group.count, 0);
    const text = `… and ${count(left.length, "group")} with ${count(goroutines, "goroutine")}; \`--all\` shows them`;
    out.text(text, 2, "dim");
  }
  if (!all && normal.length > 0) normalText(out, normal);
}

function normalText(out: Writer, normal: Group[]): void {
  const goroutines = normal.reduce((sum, group) => sum + group.count, 0);
  const roles = new Map<string, number>();
  for (const group of normal) {
    const role = group.role ?? "background goroutine";
    roles.set(role, (roles.get(role) ?? 0) + group.count);
  }
  const named = [...roles].sort((a, b) => b[1] - a[1]).slice(0, 5);
  const list = named.map(([role, number]) => `${thousands(number)} × ${role}`).join("; ");
  const more = roles.size > named.length ? "; …" : "";
  out.text(`${count(goroutines, "goroutine")} normal and not listed: ${list}${more}`, 2, "dim");
}

function stateText(group: Group): string {
  const flags = group.flags.filter((flag) => flag === "leaked");
  return [group.state ?? "", ...flags].filter(Boolean).join(", ");
}

/** What a group does, in the room of a line: its role, or its own frame with as much of the path as fits. */
function describe(group: Group, room: number): string {
  if (group.role) return group.role;
  const frame = tellingFrame(group);
  if (!frame)
    return group.createdBy ? `created by ${shortFunc(group.createdBy.func)}` : withoutFrames(group);
  const func = frame.func.length + 16 <= room ? frame.func : shortFunc(frame.func);
  const left = room - func.length - 2;
  const place = placeText(frame, Math.max(left, 0));
  return place && place.length <= left ? `${func}  ${place}` : func;
}

/** Of groups that stand at the same line what tells them apart: by which own function they came there. */
function callerAmong(group: Group, shown: Group[]): string {
  const frame = tellingFrame(group);
  if (group.role || !frame) return "";
  const alike = shown.filter((other) => {
    const there = tellingFrame(other);
    return !other.role && there?.func === frame.func && there.line === frame.line;
  });
  if (alike.length < 2) return "";
  const callers = group.frames.slice(group.frames.indexOf(frame) + 1);
  const own = callers.filter(({ origin }) => origin === "main");
  const apart = own.find(
    ({ func }) => !alike.every((other) => other.frames.some((f) => f.func === func)),
  );
  const func = (apart ?? own[0])?.func;
  return func ? shortFunc(func) : "";
}

/** A profile leaves out the runtime's own frames, and has no states. */
function withoutFrames(group: Group): string {
  return group.state === null ? "(only frames of the runtime)" : "(no frames)";
}

function notesText(out: Writer, report: Report): void {
  if (report.notes.length === 0) return;
  out.blank();
  out.line(["bold", "Notes"]);
  for (const note of report.notes.slice(0, shownNotes)) {
    const where = note.line ? `line ${thousands(note.line)}: ` : "";
    const times = note.count > 1 ? ` (${thousands(note.count)} times)` : "";
    out.text(`${note.text}${times}`, 2, undefined, ["dim", where]);
  }
  if (report.notes.length > shownNotes) {
    out.text(`… and ${report.notes.length - shownNotes} more notes in \`--format json\``, 2, "dim");
  }
}

function rounded(number: number): string {
  return number >= 100 ? thousands(Math.round(number)) : String(Number(number.toPrecision(2)));
}
