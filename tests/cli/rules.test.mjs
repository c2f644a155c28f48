// Rule packs on the command line and in the library: the examples of docs/rule-packs.md, what their
// schema says of them, and how a faulty one is refused.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { schemaErrors } from "../golden/schema.mjs";
import { root } from "../js/support.mjs";
import { run, scratch } from "./support.mjs";

const folder = scratch();
const example = (name) => join(root, "docs/rules", name);
const dump = (name) => join(root, "tests/dumps", name);
const imports = dump("chan_receive_blocked/import_range.go1.27.n40.old.debug2.txt");
const sessions = dump("timer_loop_never_ends/session_heartbeat.go1.27.n12.old.debug2.txt");
const report = async (...args) => JSON.parse((await run(["--format", "json", ...args])).out);

test("the examples are valid by the schema of rule packs, and what the core refuses is not", () => {
  const schema = JSON.parse(readFileSync(join(root, "docs/rule-pack.schema.json"), "utf8"));
  const valid = new Ajv({ allErrors: true }).compile(schema);
  for (const name of readdirSync(join(root, "docs/rules"))) {
    const pack = JSON.parse(readFileSync(example(name), "utf8"));
    assert.ok(valid(pack), JSON.stringify(valid.errors));
  }
  const cause = { id: "own", title: "Own" };
  for (const wrong of [
    { name: "no version" },
    { gowhyRules: 1, name: "t", rules: [] },
    { gowhyRules: 1, name: "t", causes: [{ ...cause, match: { minGoroutines: "5" } }] },
    { gowhyRules: 1, name: "t", causes: [{ ...cause, match: {} }] },
    { gowhyRules: 1, name: "t", causes: [{ ...cause, match: { with: { with: {} } } }] },
    { gowhyRules: 1, name: "t", ignore: [{ cause: "chan_nil" }] },
  ]) {
    assert.ok(!valid(wrong), JSON.stringify(wrong));
  }
});

test("--rules: a cause of one's own comes first, with its words", async () => {
  const { code, out, err } = await run(["--rules", example("imports.json"), imports]);
  assert.deepEqual([code, err], [0, ""]);
  assert.match(out.replace(/\s+/g, " "), /^40 writers of price lists wait for rows/);
  assert.match(out, /defer close\(rows\)/);
  const json = await report("--rules", example("imports.json"), imports);
  assert.equal(schemaErrors(json), null);
  assert.equal(json.findings[0].cause, "price_list_not_closed");
});

test("--rules, twice: both packs count, and --fail-on does not see what is ignored", async () => {
  const packs = ["--rules", example("imports.json"), "--rules", example("northshop.json")];
  const without = await run(["--fail-on", "warning", sessions]);
  assert.equal(without.code, 1);
  const json = await report(...packs, sessions);
  assert.equal(schemaErrors(json), null);
  const said = json.notes.filter((note) => note.code === "ignored_finding");
  assert.ok(said.some((note) => note.text.includes("SHOP-1412")));
  const left = json.findings.filter((finding) => finding.severity !== "info");
  const { code } = await run([...packs, "--fail-on", "warning", sessions]);
  assert.equal(code, left.length > 0 ? 1 : 0);
});

test("causes and explain know the causes of --rules", async () => {
  const packs = ["--rules", example("imports.json"), "--rules", example("northshop.json")];
  const { code, out, err } = await run(["causes", ...packs]);
  assert.deepEqual([code, err], [0, ""]);
  assert.ok(out.startsWith((await run(["causes"])).out.split(" ")[0]));
  assert.match(out, /\nprice_list_not_closed +critical +A rejected price list [^\n]+\n/);
  assert.match(out, /\nresize_pool_per_upload +warning +A resize pool is made for each upload\n$/);
  const explained = await run(["explain", "price_list_not_closed", ...packs]);
  assert.deepEqual([explained.code, explained.err], [0, ""]);
  assert.match(explained.out, /^A rejected price list leaves its writer behind\n/);
  assert.match(explained.out, /\nFix\n.*defer close\(rows\)/s);
  const near = await run(["explain", "price_list_not_close", ...packs]);
  assert.equal(near.code, 2);
  assert.match(near.err, /did you mean price_list_not_closed\?\n$/);
  const alone = await run(["explain", "price_list_not_closed"]);
  assert.equal(alone.code, 2);
});

test("a faulty pack: exit 2 and one line with file, line and field", async () => {
  const wrong = join(folder, "team.json");
  const lines = readFileSync(example("imports.json"), "utf8").split("\n");
  const at = lines.findIndex((line) => line.includes('"minGoroutines"'));
  lines[at] = '        "minGoroutines": "5",';
  writeFileSync(wrong, lines.join("\n"));
  const { code, out, err } = await run(["--rules", wrong, imports]);
  assert.equal(code, 2);
  assert.equal(out, "");
  const expected = `gowhy: ${wrong}:${at + 1}: causes[0].match.minGoroutines: a number is wanted\n`;
  assert.equal(err, expected);
  writeFileSync(wrong, '{\n  "gowhyRules": 1,\n  "name": "team",,\n}');
  const broken = await run(["--rules", wrong, imports]);
  assert.equal(broken.code, 2);
  assert.match(broken.err, /^gowhy: [^\n]*team\.json:3: this is not JSON: [^\n]+\n$/);
  const listed = await run(["causes", "--rules", wrong]);
  assert.deepEqual([listed.code, listed.out, listed.err], [2, "", broken.err]);
  const missing = await run(["--rules", join(folder, "nowhere.json"), imports]);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /nowhere\.json/);
});
