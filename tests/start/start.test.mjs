// ./gowhy starts at once: a small dump takes at most twice as long as Node's own start.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { pairFile, root } from "../js/support.mjs";

const rounds = 25;

function milliseconds(command, args) {
  const before = performance.now();
  const { status } = spawnSync(command, args, { stdio: "ignore" });
  assert.equal(status, 0);
  return performance.now() - before;
}

test("a small dump takes at most twice as long as node -e 0", (context) => {
  let bare = Number.POSITIVE_INFINITY;
  let whole = Number.POSITIVE_INFINITY;
  // The fastest of many, taken in turns: what else the machine does then counts for neither.
  for (let round = 0; round < rounds; round++) {
    bare = Math.min(bare, milliseconds(process.execPath, ["-e", "0"]));
    whole = Math.min(whole, milliseconds(join(root, "gowhy"), [pairFile]));
  }
  context.diagnostic(`node -e 0: ${bare.toFixed(0)} ms; ./gowhy FILE: ${whole.toFixed(0)} ms`);
  assert.ok(whole <= 2 * bare, `${whole.toFixed(0)} ms is more than twice ${bare.toFixed(0)} ms`);
});
