// SARIF 2.1.0, for code scanning. One result per finding; the fingerprint keeps it the same alert.
import type { Finding, Place, Report, Severity } from "../types.ts";

const levels: Record<Severity, string> = { critical: "error", warning: "warning", info: "note" };

export function renderSarif(reports: Report[]): string {
  const findings = reports.flatMap((report) => report.findings);
  const rules = new Map(findings.map((finding) => [finding.cause, rule(finding)]));
  const ids = [...rules.keys()];
  const run = {
    tool: {
      driver: {
        name: "gowhy",
        version: reports[0]?.tool.version ?? "",
        rules: [...rules.values()],
      },
    },
    results: findings.map((finding) => result(finding, ids.indexOf(finding.cause))),
  };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(finding: Finding) {
  return {
    id: finding.cause,
    shortDescription: { text: finding.title },
    ...(finding.explanation ? { fullDescription: { text: finding.explanation } } : {}),
    ...(finding.fix ? { help: { text: finding.fix, markdown: finding.fix } } : {}),
    ...(finding.references[0] ? { helpUri: finding.references[0].url } : {}),
    defaultConfiguration: { level: levels[finding.severity] },
  };
}

function result(finding: Finding, ruleIndex: number) {
  const place = finding.site ?? finding.createdAt;
  return {
    ruleId: finding.cause,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: `${finding.summary} (${finding.confidence})` },
    locations: place?.file ? [location(place)] : [],
    partialFingerprints: { "gowhy/v1": finding.fingerprint },
    properties: { confidence: finding.confidence, goroutines: finding.goroutines },
  };
}

function location(place: Place) {
  const uri = encodeURI(place.file.replaceAll("\\", "/")).replaceAll("#", "%23");
  return {
    physicalLocation: {
      artifactLocation: { uri },
      // SARIF lines begin at 1; a line that is not known is left out.
      ...(place.line > 0 ? { region: { startLine: place.line } } : {}),
    },
    logicalLocations: [{ fullyQualifiedName: place.func }],
  };
}
