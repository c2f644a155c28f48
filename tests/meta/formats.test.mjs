// docs/formats.md names only dumps that are there.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/lib/causes.mjs";

const text = readFileSync(join(root, "docs/formats.md"), "utf8");
const dumps = readdirSync(join(root, "tests/dumps"), { recursive: true });
const folders = new Set(dumps.filter((path) => !path.includes("/")));

/** `*` is any text without a slash, `[.gz]` may be missing. */
function matcher(pattern) {
  const source = pattern
    .replaceAll("[.gz]", "(.gz)?")
    .replace(/[.]/g, "\\$&")
    .replaceAll("*", "[^/]*");
  return new RegExp(`^${source}$`);
}

const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, word]) => word);

test("every dump that docs/formats.md names exists", () => {
  const paths = named.filter((word) => folders.has(word.split("/")[0]) && word.includes("/"));
  assert.ok(paths.length > 40, `${paths.length} paths`);
  const missing = paths.filter((path) => !dumps.some((dump) => matcher(path).test(dump)));
  assert.deepEqual(missing, []);
});

test("every kind of file that docs/formats.md names exists", () => {
  const kinds = named.filter((word) => word.startsWith("*."));
  assert.ok(kinds.length > 4);
  const files = dumps.map((path) => path.split("/").at(-1));
  assert.deepEqual(
    kinds.filter((kind) => !files.some((file) => matcher(kind).test(file))),
    [],
  );
});

test("every wrapping that docs/formats.md names has its file", () => {
  const section = /^## Wrappings\n([\s\S]*?)Printed by the loggers/m.exec(text)[1];
  const shapes = [...section.matchAll(/`([a-z0-9-]+)`/g)].map(([, word]) => word);
  const wrapped = new Set(dumps.filter((path) => path.startsWith("formats/wrapped/")));
  assert.deepEqual(
    shapes.filter((shape) => !wrapped.has(`formats/wrapped/post.${shape}.txt`)),
    [],
  );
  assert.equal(shapes.length, wrapped.size);
});
