import type { CauseWords, Report } from "./types.ts";

/**
 * Fills the long texts of a report that was made with `words: false`, from the parsed words.json.
 * A page shows its first verdict without them and loads them afterwards.
 */
export function applyWords(report: Report, words: Record<string, Partial<CauseWords>>): Report {
  const findings = report.findings.map((finding) => {
    const texts = words[finding.cause];
    if (!texts) return finding;
    return {
      ...finding,
      normalWhen: texts.normalWhen ?? "",
      explanation: texts.explanation ?? "",
      confirm: texts.confirm ?? "",
      fix: texts.fix ?? "",
      references: texts.references ?? [],
    };
  });
  return { ...report, findings };
}
