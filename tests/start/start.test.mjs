// ./gowhy starts at once: it installs nothing, builds nothing and changes nothing that is built.
// How long it takes is measured in bench/.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
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

test("the command runs the machine code that the build made, and compiles nothing", () => {
  const forbid = 'data:text/javascript,WebAssembly.compile = () => { throw Error("compiled"); }';
  const command = ["--import", forbid, join(root, "dist/cli/gowhy.mjs"), pairFile];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  assert.equal(stderr, "");
  assert.equal(status, 0);
});

test("machine code of another build, of another Node or cut short is passed over", () => {
  const copy = join(folder, "dist");
  const code = join(copy, "wasm/gowhy.code");
  cpSync(join(root, "dist"), copy, { recursive: true, preserveTimestamps: true });
  const run = () => {
    const command = [join(copy, "cli/gowhy.mjs"), "--format", "json", pairFile];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    assert.equal(stderr, "");
    assert.equal(status, 0);
    return stdout;
  };
  const whole = readFileSync(code);
  const expected = run();
  const anotherNode = whole.toString("latin1", 0, 128).replace(process.version, "v0");
  for (const wrong of [
    whole.subarray(0, 2_000_000),
    whole.subarray(0, 20),
    Buffer.concat([Buffer.from(anotherNode.padEnd(128)), whole.subarray(128)]),
    null,
  ]) {
    if (wrong) writeFileSync(code, wrong);
    else rmSync(code);
    assert.equal(run(), expected);
  }
  writeFileSync(code, whole);
  utimesSync(join(copy, "wasm/gowhy.wasm"), 1, 1);
  assert.equal(run(), expected);
});
