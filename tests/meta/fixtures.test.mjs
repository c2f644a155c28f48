// A clone of the project holds every captured dump, so what they weigh together is bounded.
import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = "tests/dumps";
const mostBytes = 60_000_000;

test("dumps, their programs and their reports stay under 60 MB", () => {
  const bytes = readdirSync(root, { recursive: true })
    .map((name) => statSync(join(root, name)))
    .filter((entry) => entry.isFile())
    .reduce((sum, { size }) => sum + size, 0);
  assert.ok(bytes > 0);
  assert.ok(
    bytes < mostBytes,
    `${(bytes / 1e6).toFixed(1)} MB: pack large dumps, or take smaller ones`,
  );
});
