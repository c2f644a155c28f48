// One check, many properties, for every capture in tests/dumps:
//   - the report without the words equals <capture>.expected.json, and is valid by the schema
//   - the same findings after CRLF, a BOM, log text around it, a log prefix on each line, other order
//   - a dump cut anywhere still gives a whole report (every fourth capture, when all are run: the
//     sanitized suite cuts each of them)
//
//   node tests/golden/run.mjs              check everything
//   node tests/golden/run.mjs mutex        only captures whose path contains the word
//   node tests/golden/run.mjs --update     write the goldens anew (review the diff before committing)
//   node tests/golden/run.mjs --no-cuts    without the cuts, in a quarter of the time
//   node tests/golden/run.mjs --full       cut every capture, small ones at every byte
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { scriptArguments } from "../../scripts/lib/arguments.mjs";
import { captures, core } from "../js/support.mjs";
import { cutPlaces, firstDifference, golden, outcome, readable, variants } from "./properties.mjs";
import { schemaErrors } from "./schema.mjs";

const options = {
  update: { type: "boolean" },
  full: { type: "boolean" },
  "no-cuts": { type: "boolean" },
};
const { values, words } = scriptArguments(import.meta.url, options, true);
const chosen = captures().filter(({ id }) => words.every((word) => id.includes(word)));
const { reportText } = await core();
let passed = 0;
let failed = 0;
let written = 0;

function check(id, what, problem) {
  if (problem === null) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`not ok: ${id}: ${what}\n    ${problem}`);
}

function checkGolden({ path, id }, report) {
  const file = `${path}.expected.json`;
  const now = readable(golden(report));
  if (values.update) {
    if (!existsSync(file) || readFileSync(file, "utf8") !== now) {
      writeFileSync(file, now);
      written += 1;
    }
    return;
  }
  const problem = existsSync(file)
    ? firstDifference(readFileSync(file, "utf8"), now)
    : "there is none yet";
  check(
    id,
    "golden",
    problem && `${problem}\n    node tests/golden/run.mjs --update ${id} accepts it`,
  );
}

function checkVariants(id, bytes, report) {
  const expected = JSON.stringify(outcome(report));
  for (const [name, changed] of variants(id, bytes)) {
    const found = JSON.stringify(outcome(JSON.parse(reportText(changed))));
    check(
      id,
      `same findings with ${name}`,
      found === expected ? null : `${found}\n    instead of ${expected}`,
    );
  }
}

function checkCuts(id, bytes) {
  let problem = null;
  const places = cutPlaces(bytes.length, values.full);
  for (const [index, place] of places.entries()) {
    const text = reportText(bytes.subarray(0, place));
    try {
      if (!text.endsWith("}\n")) throw new Error("no final newline");
      const report = JSON.parse(text);
      // The schema costs more than the analysis: a sample of the cuts.
      const errors = index % 25 === 0 ? schemaErrors(report) : null;
      if (errors) throw new Error(errors);
    } catch (error) {
      problem ??= `cut at ${place}: ${error.message}`;
    }
  }
  check(id, `${places.length} cuts`, problem);
}

if (chosen.length === 0) check(words.join(" "), "captures", "no capture has this in its path");
for (const [index, capture] of chosen.entries()) {
  const cut = values.full || words.length > 0 || index % 4 === 0;
  const bytes = capture.bytes();
  try {
    const text = reportText(bytes, { name: basename(capture.path) });
    const report = JSON.parse(text);
    check(capture.id, "schema", schemaErrors(report));
    checkGolden(capture, report);
    if (!values.update) checkVariants(capture.id, bytes, report);
    if (!values.update && !values["no-cuts"] && cut) checkCuts(capture.id, bytes);
  } catch (error) {
    // A trap in the wasm ends the module: nothing after it can be trusted.
    console.log(`not ok: ${capture.id}: ${error.stack}`);
    console.log(`${passed} passed, ${failed + 1} failed, ended early`);
    process.exit(1);
  }
}
if (values.update) console.log(`${written} goldens written, ${chosen.length - written} were right`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
