import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { root } from "../js/support.mjs";

const schema = JSON.parse(readFileSync(join(root, "docs/report.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** null if the report is valid, else what is wrong, in one line; with what no schema can say. */
export function schemaErrors(report) {
  if (!validate(report)) {
    return validate.errors
      .slice(0, 3)
      .map(
        ({ instancePath, message, params }) =>
          `${instancePath} ${message} ${JSON.stringify(params)}`,
      )
      .join("; ");
  }
  return consistencyErrors(report);
}

function consistencyErrors(report) {
  for (const [index, group] of report.groups.entries()) {
    if (group.id !== index) return `groups[${index}] has id ${group.id}`;
    if (!ascending(group.goroutineIds)) return `groups[${index}].goroutineIds do not ascend`;
  }
  for (const [index, finding] of report.findings.entries()) {
    const at = `findings[${index}] (${finding.cause})`;
    if (finding.groups.some((id) => !report.groups[id]))
      return `${at} cites a group that is not there`;
    if (finding.explainedBy !== null && finding.explainedBy >= index)
      return `${at} comes before its root`;
    if (!ascending(finding.goroutineIds)) return `${at}.goroutineIds do not ascend`;
    if (finding.confidence === "possible" && finding.severity === "critical") {
      return `${at} is critical and only possible`;
    }
  }
  return null;
}

function ascending(ids) {
  return ids.every((id, index) => index === 0 || ids[index - 1] < id);
}
