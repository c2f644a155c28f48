// Small pieces of wording that every renderer shares.
import type { CreatedBy, Finding, Frame, Group, Place, Report } from "../types.ts";

/** 147 → "2 h 27 min", 4000 → "2 d 18 h". */
export function age(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} h${rest ? ` ${rest} min` : ""}`;
  }
  const hours = Math.floor((minutes % (24 * 60)) / 60);
  return `${Math.floor(minutes / (24 * 60))} d${hours ? ` ${hours} h` : ""}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`;
}

export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The last folders of a path; editors and people find the file by them. */
export function shortPath(path: string, room: number): string {
  if (path.length <= room) return path;
  const parts = path.split(/[\\/]/);
  let short = parts.pop() ?? path;
  while (parts.length > 0 && short.length + (parts.at(-1)?.length ?? 0) + 3 <= room) {
    short = `${parts.pop()}/${short}`;
  }
  return `…/${short}`;
}

/** github.com/acme/shop/cart.(*Cart).Add → cart.(*Cart).Add */
export function shortFunc(func: string): string {
  // Brackets of a generic instance may hold paths of their own.
  const bracket = func.search(/[[(]/);
  const slash = func.lastIndexOf("/", bracket < 0 ? undefined : bracket);
  return slash < 0 ? func : func.slice(slash + 1);
}

export function placeText(place: Place, room = Number.POSITIVE_INFINITY): string {
  const line = place.line > 0 ? `:${place.line}` : "";
  return place.file ? `${shortPath(place.file, room - line.length)}${line}` : "";
}

/** The frame that tells a group from others: the first of the user's own code, or the first library call. */
export function tellingFrame(group: Group): Frame | null {
  const outer = group.frames.find((frame) => frame.origin === "main");
  const named = outer ?? group.frames.find((frame) => frame.origin === "module");
  const library = named ?? group.frames.find((frame) => frame.origin === "stdlib");
  return library ?? group.frames[0] ?? null;
}

export function creatorPlace(creator: CreatedBy): Place {
  return { func: creator.func, file: creator.file, line: creator.line };
}

/** A link to the user's own code: `{path}` and `{line}` of the template replaced. */
export function sourceLink(template: string, place: Place): string {
  const path = place.file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return template.replaceAll("{path}", path).replaceAll("{line}", String(place.line));
}

/** Findings nothing else explains, each with those it explains. */
export function roots(report: Report): { finding: Finding; explains: Finding[] }[] {
  const result: { finding: Finding; explains: Finding[] }[] = [];
  const byIndex = new Map<number, { finding: Finding; explains: Finding[] }>();
  report.findings.forEach((finding, index) => {
    const root = finding.explainedBy === null ? undefined : byIndex.get(finding.explainedBy);
    if (root) {
      root.explains.push(finding);
      byIndex.set(index, root);
    } else {
      const entry = { finding, explains: [] };
      byIndex.set(index, entry);
      result.push(entry);
    }
  });
  return result;
}

/**
 * The verdict speaks first of goroutines of which this dump cannot tell whether they are stuck, and
 * not of nothing that looks so.
 */
export function leavesOpen(report: Report): boolean {
  const { verdict } = report.summary;
  return /only (a second|the whole) dump shows/.test(verdict) && !verdict.startsWith("Nothing ");
}

/** The line of facts under the verdict. */
export function facts(report: Report): string[] {
  const { summary, inputs } = report;
  const parts = [count(summary.goroutines, "goroutine")];
  if (summary.groups > 0) parts.push(count(summary.groups, "group"));
  if (summary.shown !== null) parts.push(`${thousands(summary.shown)} shown by the filter`);
  if (summary.waitMinutes) parts.push(`oldest wait ${age(summary.waitMinutes.max)}`);
  const version = summary.goVersion;
  if (version) parts.push(`Go ${versionRange(version.min, version.max)}`);
  const formats = [...new Set(inputs.map((input) => input.format))].filter(
    (format) => format !== "none",
  );
  if (formats.length > 0) parts.push(formats.join(", "));
  if (summary.fragment) parts.push("a fragment of a dump");
  const snapshots = report.compare?.snapshots.length ?? 0;
  if (snapshots > 1) parts.push(`the newest of ${snapshots} snapshots`);
  return parts;
}

function versionRange(min: string | null, max: string | null): string {
  if (min && max) return min === max ? min : `${min} to ${max}`;
  return min ? `${min} or later` : `${max} or earlier`;
}
