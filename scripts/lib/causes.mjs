// Reads causes.def and the pages of the causes (analyzer/causes/README.md has the format). What is
// wrong is told as "file:line: what", all of it at once.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const causesFolder = join(root, "analyzer/causes");

const severities = ["critical", "warning", "info"];
const categories = [
  "http-client",
  "http-server",
  "channels",
  "locks",
  "context",
  "clients",
  "io",
  "runtime",
  "panics",
  "races",
  "test",
];
const says = ["mechanism", "operation", "place", "number", "outcome", "request"];
const fields = ["title", "category", "severity", "says", "since", "references"];
const headings = ["What happens", "Normal when", "Confirm", "Fix"];
const keys = {
  "What happens": "explanation",
  "Normal when": "normalWhen",
  Confirm: "confirm",
  Fix: "fix",
};

/** {id, table, line} of every line of causes.def, in its order; problems are appended. */
export function readDefinitions(problems) {
  const place = "analyzer/causes/causes.def";
  const found = [];
  for (const [index, text] of readFileSync(join(causesFolder, "causes.def"), "utf8")
    .split("\n")
    .entries()) {
    const line = index + 1;
    if (text.trim() === "" || text.startsWith("//")) continue;
    const match = /^(TABLE_)?CAUSE\(([a-z][a-z0-9_]*)\)$/.exec(text.trim());
    if (!match) {
      problems.push(`${place}:${line}: expected CAUSE(id) or TABLE_CAUSE(id)`);
      continue;
    }
    const id = match[2];
    const before = found.at(-1)?.id ?? "";
    if (id === before) problems.push(`${place}:${line}: ${id} is there twice`);
    else if (id < before)
      problems.push(`${place}:${line}: ${id} must stand before ${before}: sorted by id`);
    found.push({ id, table: match[1] !== undefined, line });
  }
  return found;
}

/**
 * All causes with their words, sorted by id: {id, table, page, title, category, severity, since, …}.
 * A cause whose page is not written yet has its id as title, so that its detector can be tried.
 */
export function readCauses(problems) {
  return readDefinitions(problems).map(({ id, table, line }) => {
    const place = `analyzer/causes/${id}.md`;
    const file = join(causesFolder, `${id}.md`);
    if (existsSync(file)) {
      return { id, table, page: true, ...readPage(readFileSync(file, "utf8"), place, problems) };
    }
    return { id, table, page: false, line, ...unwritten(id) };
  });
}

function unwritten(id) {
  const texts = { explanation: "", normalWhen: "", confirm: "", fix: "" };
  return {
    title: id,
    category: "unwritten",
    severity: "warning",
    says: "mechanism",
    references: [],
    ...texts,
  };
}

/** {id, fix, …} of every page there is, also of those that causes.def does not name yet. */
export function readPages() {
  return readdirSync(causesFolder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => ({
      id: name.slice(0, -3),
      ...readPage(readFileSync(join(causesFolder, name), "utf8"), name, []),
    }));
}

/** What a build can do without, but a release cannot: missing pages, pages of no cause. */
export function findGaps(causes, problems) {
  for (const { id, page, line } of causes) {
    if (page) continue;
    problems.push(
      `analyzer/causes/causes.def:${line}: ${id} has no page; write analyzer/causes/${id}.md`,
    );
  }
  const known = new Set(causes.map(({ id }) => id));
  for (const name of readdirSync(causesFolder)) {
    const id = name.endsWith(".md") ? name.slice(0, -3) : null;
    if (id !== null && id !== "README" && !known.has(id)) {
      problems.push(`analyzer/causes/${name}:1: ${id} is missing in causes.def`);
    }
  }
}

/** The words of one page. `place` is the file's name in problems. */
export function readPage(text, place, problems) {
  const lines = text.split("\n");
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) {
    problems.push(`${place}:1: expected front matter between two lines ---`);
    return {};
  }
  const head = readFrontMatter(lines.slice(1, end), place, problems);
  return { ...head, ...readSections(lines, end + 1, place, problems) };
}

function readFrontMatter(lines, place, problems) {
  const head = { references: [] };
  let inReferences = false;
  for (const [index, text] of lines.entries()) {
    const complain = (what) => problems.push(`${place}:${index + 2}: ${what}`);
    const item = /^ {2}(- | {2})(title|url): (.+)$/.exec(text);
    const field = /^([a-z]+):(?: (.*))?$/.exec(text);
    if (inReferences && item) {
      if (item[1] === "- ") head.references.push({ line: index + 2 });
      const reference = head.references.at(-1);
      if (reference) reference[item[2]] = scalar(item[3]);
      else complain('a reference begins with "  - "');
    } else if (field && fields.includes(field[1])) {
      inReferences = field[1] === "references";
      if (!inReferences) head[field[1]] = scalar(field[2] ?? "");
    } else {
      complain(`not understood; the fields are ${fields.join(", ")}`);
    }
  }
  checkHead(head, place, problems);
  const references = head.references.map(({ title, url }) => ({ title, url }));
  return { ...head, references };
}

/** The value of a YAML scalar: plain, or in single or double quotes. */
function scalar(text) {
  const value = text.trim();
  if (/^".*"$/.test(value)) return JSON.parse(value);
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  return value;
}

function checkHead(head, place, problems) {
  const complain = (what, line = 1) => problems.push(`${place}:${line}: ${what}`);
  for (const name of ["title", "category", "severity", "since"]) {
    if (!head[name]) complain(`${name} is missing`);
  }
  if (head.title?.endsWith(".")) complain("the title has no final stop");
  if (head.category && !categories.includes(head.category)) {
    complain(`category ${head.category} is none of ${categories.join(", ")}`);
  }
  if (head.severity && !severities.includes(head.severity)) {
    complain(`severity ${head.severity} is none of ${severities.join(", ")}`);
  }
  head.says ??= "mechanism";
  if (!says.includes(head.says)) complain(`says ${head.says} is none of ${says.join(", ")}`);
  if (head.since && !/^1\.\d+$/.test(head.since))
    complain(`since is a Go release in quotes, as "1.7"`);
  if (head.references.length === 0) complain("references has no entry");
  for (const { title, url, line } of head.references) {
    if (!title || !/^https:\/\/\S+$/.test(url ?? ""))
      complain("a reference has a title and an https url", line);
  }
}

function readSections(lines, start, place, problems) {
  const sections = {};
  const order = [];
  let fenced = false;
  let current = null;
  for (let index = start; index < lines.length; index++) {
    const text = lines[index];
    if (/^\s*```/.test(text)) fenced = !fenced;
    const heading = fenced ? null : /^(#{1,2}) (.+)$/.exec(text);
    if (heading) {
      current = heading[2].trim();
      order.push(current);
      if (!headings.includes(current)) {
        problems.push(
          `${place}:${index + 1}: heading ${current} is none of ${headings.join(", ")}`,
        );
      }
      sections[current] = { line: index + 1, lines: [] };
    } else if (current) {
      sections[current].lines.push(text);
    } else if (text.trim() !== "") {
      problems.push(`${place}:${index + 1}: text before the first heading`);
    }
  }
  if (fenced) problems.push(`${place}:${lines.length}: a code block is not closed`);
  return checkedSections(sections, order, place, problems);
}

function checkedSections(sections, order, place, problems) {
  const words = {};
  if (order.join() !== headings.join()) {
    problems.push(`${place}:1: the headings must be, in this order: ${headings.join(", ")}`);
  }
  for (const heading of headings) {
    const section = sections[heading];
    const text = section?.lines.join("\n").trim() ?? "";
    if (section && text === "") problems.push(`${place}:${section.line}: ${heading} is empty`);
    words[keys[heading]] = text;
  }
  const blocks = goBlocks(words.fix).length;
  if (sections.Fix && blocks < 2) {
    problems.push(
      `${place}:${sections.Fix.line}: Fix needs a bad and a good block of Go, there are ${blocks}`,
    );
  }
  return words;
}

/** The code of every ```go block of a Markdown text, with the line it begins at (from 1). */
export function goBlocks(text) {
  const blocks = [];
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index++) {
    if (!/^```go\b/.test(lines[index])) continue;
    const end = lines.findIndex((line, at) => at > index && line.startsWith("```"));
    blocks.push({
      line: index + 2,
      code: lines.slice(index + 1, end < 0 ? undefined : end).join("\n"),
    });
  }
  return blocks;
}

/** What no Go program can be made to print on the machine of the tests; tests/dumps/README.md says why. */
export const uncaptured = new Set(["cgo_resolver_crash", "outdated_x_sys_darwin"]);
