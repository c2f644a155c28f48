// ./gowhy starts at once: it installs nothing, builds nothing and changes nothing that is built.
// How long it takes is measured in bench/.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pairFile, root } from "../js/support.mjs";

const folder = mkdtempSync(join(tmpdir(), "gowhy-start-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Every file of a folder with the time of its last change. */
function changes(path) {
  return readdirSync(path, { recursive: true })
    .map((name) => `${name} ${statSync(join(path, name)).mtimeMs}`)
    .sort();
}

test("a second start calls no builder and no installer, and leaves dist as it is", () => {
  const marker = join(folder, "called");
  for (const name of ["cmake", "ninja", "em++", "emcmake", "npm", "npx", "apt-get", "pip"]) {
    const stub = join(folder, name);
    writeFileSync(stub, `#!/bin/sh\necho "${name} $*" >> "${marker}"\nexit 1\n`);
    chmodSync(stub, 0o755);
  }
  const before = changes(join(root, "dist"));
  const { status, stdout, stderr } = spawnSync(join(root, "gowhy"), [pairFile], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
  });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.match(stdout, /http\.Transport/);
  assert.ok(!existsSync(marker), "a builder or an installer was called");
  assert.deepEqual(changes(join(root, "dist")), before);
});
