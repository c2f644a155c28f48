// --baseline: an earlier report, whose fingerprints tell known findings from new ones.
import { readFileSync } from "node:fs";
import type { Report } from "../wasm/types.ts";
import { fileMessage } from "./inputs.ts";
import { UsageError } from "./options.ts";

/** The fingerprints of a file of reports, one JSON object a line. */
export function read(path: string): Set<string> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(fileMessage(path, error as NodeJS.ErrnoException));
  }
  const reports = parsedReports(text.trim());
  if (!reports) {
    throw new UsageError(
      `${path} is not a report; make one with gowhy --format json --output ${path} DUMP`,
    );
  }
  return new Set(
    reports.flatMap((report) => report.findings.map((finding) => finding.fingerprint)),
  );
}

export function sinceBaseline(report: Report, baseline: Set<string>): string {
  const now = new Set(report.findings.map((finding) => finding.fingerprint));
  const fresh = report.findings.filter((finding) => !baseline.has(finding.fingerprint));
  const gone = [...baseline].filter((fingerprint) => !now.has(fingerprint)).length;
  const titles = fresh.length > 0 ? ` (${fresh.map((finding) => finding.cause).join(", ")})` : "";
  return `Since the baseline: ${fresh.length} new${titles}, ${now.size - fresh.length} known, ${gone} gone`;
}

function parsedReports(text: string): Report[] | null {
  const reports = parsedJson(text) ?? text.split("\n").filter(Boolean).map(parsedJson);
  const list = [reports].flat() as (Report | null)[];
  const good = list.every(
    (report) => report?.schemaVersion !== undefined && Array.isArray(report.findings),
  );
  return good && list.length > 0 ? (list as Report[]) : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
