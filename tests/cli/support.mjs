import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { cli } from "../js/support.mjs";

/** Runs the command; input goes to its stdin, which is empty by default. */
export function run(args, { input = "", env = {}, cwd } = {}) {
  return new Promise((resolve) => {
    const child = start(args, { env, cwd });
    const out = [];
    const err = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => err.push(chunk));
    child.stdin.on("error", () => {}); // it may end before it has read everything
    child.stdin.end(input);
    child.on("close", (code, signal) => {
      resolve({
        code,
        signal,
        out: Buffer.concat(out).toString(),
        err: Buffer.concat(err).toString(),
      });
    });
  });
}

export function start(args, { env = {}, cwd } = {}) {
  const clean = { ...process.env, NO_COLOR: "", ...env };
  return spawn(process.execPath, [cli, ...args], { env: clean, cwd, stdio: "pipe" });
}

/** A folder that is removed when the file's tests are done. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "gowhy-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
