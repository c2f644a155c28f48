// Makes the rows of roles.cpp from analyzer/tables/*.json (analyzer/tables/README.md has the format).
//
//   node scripts/build-tables.mjs --inc FILE    the rows as C++ initialisers
//   node scripts/build-tables.mjs               only says what is wrong, and how many rows there are
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const folder = fileURLToPath(new URL("../analyzer/tables/", import.meta.url));
const libraryFields = {
  library: "string",
  module: "string",
  versions: "string",
  cause: "string",
  client: "string",
  made: "string",
  close: "string",
  severity: "string",
  uses: "object",
  usual: "number",
  verified: "boolean",
  source: "string",
  note: "string",
  goroutines: "object",
};
const goroutineFields = {
  role: "string",
  entry: "string",
  frame: "string",
  creator: "string",
  per: "string",
  count: "number",
  usual: "number",
  normal: "boolean",
  bare: "boolean",
};
const pers = ["client", "connection", "operation", "process", "server"];
const severities = ["info", "warning", "critical"];

const { values } = parseArgs({ options: { inc: { type: "string" } } });
const problems = [];
const libraries = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .flatMap(read);
checkUses();
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
const rows = libraries.flatMap((library) => library.goroutines.map((one) => row(library, one)));
if (values.inc) {
  const text = `${rows.join("\n")}\n`;
  if (!existsSync(values.inc) || readFileSync(values.inc, "utf8") !== text) {
    mkdirSync(dirname(values.inc), { recursive: true });
    writeFileSync(values.inc, text);
  }
} else {
  const verified = libraries.filter((library) => library.verified).length;
  console.log(`${libraries.length} libraries, ${verified} verified, ${rows.length} goroutines`);
}

function read(name) {
  const text = readFileSync(join(folder, name), "utf8");
  let list;
  try {
    list = JSON.parse(text);
  } catch (error) {
    problems.push(`analyzer/tables/${name}: ${error.message}`);
    return [];
  }
  return list.filter((library, index) => check(name, text, library, index));
}

function check(name, text, library, index) {
  const at = text.indexOf(JSON.stringify(library.library ?? ""));
  const line = at < 0 ? 1 : text.slice(0, at).split("\n").length;
  const where = `analyzer/tables/${name}:${line}: ${library.library ?? `[${index}]`}`;
  const before = problems.length;
  checkFields(where, library, libraryFields, ["library", "source", "goroutines"]);
  if (library.severity && !severities.includes(library.severity))
    problems.push(`${where}.severity: expected one of ${severities.join(", ")}`);
  for (const [i, one] of (library.goroutines ?? []).entries()) {
    const inside = `${where}, goroutines[${i}]`;
    checkFields(inside, one, goroutineFields, ["role"]);
    if (!one.entry && !one.frame && !one.creator)
      problems.push(`${inside}: needs entry, frame or creator`);
    // A role is read by people: "Redis connection pool, closes idle connections".
    if (/^$|\.$|\(\*|\(\)/.test(one.role ?? ""))
      problems.push(`${inside}.role: expected a plain name, without code and final stop`);
    if (one.per && !pers.includes(one.per))
      problems.push(`${inside}.per: expected one of ${pers.join(", ")}`);
  }
  return problems.length === before;
}

function checkUses() {
  const known = new Set(libraries.map(({ library }) => library));
  for (const { library, uses = [] } of libraries) {
    for (const name of uses)
      if (!known.has(name))
        problems.push(`analyzer/tables: ${library}.uses: there is no library ${name}`);
  }
}

function checkFields(where, object, fields, required) {
  for (const [key, value] of Object.entries(object)) {
    if (!fields[key]) problems.push(`${where}: there is no field ${key}`);
    else if (typeof value !== fields[key])
      problems.push(`${where}.${key}: expected a ${fields[key]}`);
  }
  for (const key of required) {
    if (object[key] === undefined) problems.push(`${where}: ${key} is missing`);
  }
}

/** In the order of struct Role. How many are usual defaults to the usual clients times their count. */
function row(library, one) {
  const per = one.per ?? "process";
  const count = one.count ?? 1;
  const usualClients = library.usual ?? 4;
  const perClient = per === "client" || per === "server";
  const usual = one.usual ?? (perClient ? usualClients * count : 64);
  const strings = [one.role, library.library, one.entry, one.frame, one.creator];
  const about = [library.module, library.client, library.made, library.close, library.cause];
  about.push(library.severity, (library.uses ?? []).join("; "));
  const quoted = (list) => list.map((text) => JSON.stringify(text ?? "")).join(", ");
  const numbers = `${usual}u, ${usualClients}u, ${count}u`;
  const flags = [one.normal ?? true, library.verified ?? false, one.bare ?? false].join(", ");
  return `{${quoted(strings)}, ${numbers}, Role::Per::${per}, ${flags}, ${quoted(about)}},`;
}
