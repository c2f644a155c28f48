// Workflow commands of GitHub Actions: a finding becomes an annotation on its line.
import type { Finding, Report } from "../types.ts";

const levels = { critical: "error", warning: "warning", info: "notice" } as const;

export function renderGithub(report: Report): string {
  const lines = report.findings.map((finding) => annotation(finding));
  return `${[...lines, plain(report.summary.verdict)].join("\n")}\n`;
}

function annotation(finding: Finding): string {
  const { site } = finding;
  const properties: [string, string][] = [];
  if (site?.file) properties.push(["file", site.file], ["line", String(site.line)]);
  properties.push(["title", `${finding.title} (${finding.confidence})`]);
  const list = properties.map(([name, value]) => `${name}=${property(value)}`).join(",");
  return `::${levels[finding.severity]} ${list}::${message(finding.summary)}`;
}

function message(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A verdict holds names from the dump: it must not begin a command of its own. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/^::/, ": :");
}
