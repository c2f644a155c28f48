// Makes what is generated from causes.def and the pages of the causes.
//
//   node scripts/build-words.mjs --words dist/words.json    the long texts, by cause id
//   node scripts/build-words.mjs --info FILE                rows {"id", "title", "category", "severity", Says::…}
//   node scripts/build-words.mjs                            only says what is wrong and what is missing
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { findGaps, readCauses } from "./lib/causes.mjs";

const { values } = parseArgs({ options: { words: { type: "string" }, info: { type: "string" } } });
const problems = [];
const causes = readCauses(problems);
if (!values.words && !values.info) findGaps(causes, problems);
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}

if (values.words) {
  const words = Object.fromEntries(
    causes.map(
      ({ id, title, severity, category, explanation, normalWhen, confirm, fix, references }) => [
        id,
        { title, severity, category, explanation, normalWhen, confirm, fix, references },
      ],
    ),
  );
  writeChanged(values.words, `${JSON.stringify(words)}\n`);
}

if (values.info) {
  const rows = causes.map(({ id, title, category, severity, says }) => {
    const strings = [id, title, category, severity].map(cString).join(", ");
    return `{${strings}, Says::${says}},\n`;
  });
  writeChanged(values.info, rows.join(""));
}

/** A literal of C++; JSON's escapes are the same but for what no title holds. */
function cString(text) {
  return JSON.stringify(text);
}

/** Leaves a file alone that is right already, so that nothing is built anew for it. */
function writeChanged(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
