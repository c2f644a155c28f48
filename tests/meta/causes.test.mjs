// Every cause is whole: detector, page, fixtures; and nothing stands beside them unused.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { causesFolder, findGaps, readCauses, root, uncaptured } from "../../scripts/lib/causes.mjs";

const problems = [];
const causes = readCauses(problems);
const dumps = join(root, "tests/dumps");
const folders = readdirSync(dumps).filter((name) => statSync(join(dumps, name)).isDirectory());

test("causes.def and the pages are well formed", () => {
  findGaps(causes, problems);
  assert.deepEqual(problems, []);
  assert.ok(causes.length > 0);
});

test("every CAUSE has a detector of its name, every TABLE_CAUSE has none", () => {
  const wrong = causes.filter(({ id, table }) => {
    const path = join(causesFolder, `${id}.cpp`);
    const defined =
      existsSync(path) && new RegExp(`^void detect_${id}\\(`, "m").test(readFileSync(path, "utf8"));
    return defined === table;
  });
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
  );
});

test("every detector is in causes.def", () => {
  const known = new Set(causes.map(({ id }) => id));
  const files = readdirSync(causesFolder).filter((name) => name.endsWith(".cpp"));
  assert.deepEqual(
    files.filter((name) => !known.has(name.slice(0, -4))),
    [],
  );
});

test("every cause has a dump that a real program printed", () => {
  const without = causes.filter(({ id }) => {
    if (uncaptured.has(id)) return false;
    const folder = join(dumps, id);
    return !existsSync(folder) || !readdirSync(folder).some((name) => /\.(txt|gz)$/.test(name));
  });
  assert.deepEqual(
    without.map(({ id }) => id),
    [],
  );
});

test("every folder of dumps is a cause", () => {
  const known = new Set(["healthy", "formats", "harness", ...causes.map(({ id }) => id)]);
  assert.deepEqual(
    folders.filter((name) => !known.has(name)),
    [],
  );
});

test("every scenario has its program and how it is captured", () => {
  const without = folders
    .filter((folder) => folder !== "harness" && folder !== "formats")
    .flatMap((folder) =>
      readdirSync(join(dumps, folder))
        .map((name) => join(folder, name))
        .filter((path) => statSync(join(dumps, path)).isDirectory()),
    )
    .filter((path) => !existsSync(join(dumps, path, "capture.json")));
  assert.deepEqual(without, []);
});
