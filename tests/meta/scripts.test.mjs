// The scripts that people call say what they take, and name what they do not know.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/lib/causes.mjs";

const folders = [
  "scripts",
  "bench",
  ...readdirSync(join(root, "tests")).map((name) => `tests/${name}`),
];
const scripts = folders
  .filter((folder) => statSync(join(root, folder)).isDirectory())
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
  .filter((path) => statSync(path).isFile())
  .filter((path) => /^import .*\/arguments\.mjs";$/m.test(readFileSync(path, "utf8")));

const run = (path, option) => spawnSync(process.execPath, [path, option], { encoding: "utf8" });

test("there are such scripts", () => assert.ok(scripts.length > 10));

for (const path of scripts) {
  const name = relative(root, path);

  test(`${name} --help says how it is called`, () => {
    const { status, stdout, stderr } = run(path, "--help");
    assert.equal(status, 0, stderr);
    const called = name === "scripts/test.mjs" ? "./test" : name;
    assert.match(stdout, new RegExp(`^ +(node )?${called}( |$)`, "m"));
  });

  test(`${name} refuses an option it does not know, in one line`, () => {
    const { status, stdout, stderr } = run(path, "--unheard-of");
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /^.*'--unheard-of'.*--help.*\n$/);
  });
}
