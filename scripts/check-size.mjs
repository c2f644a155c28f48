// What people download, compressed, against a budget. A part that has grown past it must either shrink
// or be worth it: then raise its number here, and say why in the commit.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./lib/causes.mjs";

/** Kilobytes (1,000 bytes) after gzip -9; a pattern stands for all files that match, together. */
const budgets = [
  ["the analysis", "dist/wasm", /^gowhy\.wasm$/, 505],
  ["its glue", "dist/wasm", /^gowhy\.mjs$/, 16],
  ["the words of all causes", "dist", /^words\.json$/, 80],
  ["the library", "dist", /^index\.mjs$/, 22],
  ["the page's own code", "dist/site/assets", /^index-.*\.js$/, 52],
  ["the page's styles", "dist/site/assets", /\.css$/, 4],
  ["the element in one file", "dist/site", /^gowhy-element\.js$/, 645],
];

let failed = 0;
for (const [what, folder, pattern, budget] of budgets) {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => pattern.test(name)) : [];
  const bytes = names.map((name) => gzipSync(readFileSync(join(path, name)), { level: 9 }).length);
  const size = bytes.reduce((sum, one) => sum + one, 0) / 1000;
  const fits = names.length > 0 && size <= budget;
  if (!fits) failed += 1;
  const problem = names.length === 0 ? `nothing matches ${folder}/${pattern.source}` : "";
  console.log(
    `${fits ? "ok" : "not ok"}: ${what}: ${size.toFixed(1)} of ${budget} KB ${problem}`.trim(),
  );
}
console.log(`${budgets.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
