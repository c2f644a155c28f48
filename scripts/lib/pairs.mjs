// One client per call, library by library: is the leak named with its library, and is its healthy
// twin silent? The pairs are those of tests/dumps/*/truth.json that say `library` and `twin`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./causes.mjs";

/** Rows {library, leaks, named, twins, silent}: how many dumps, and how many were judged so. */
export function pairsOf(judged) {
  const rows = new Map();
  for (const one of judged.filter(({ library }) => library)) {
    const row = rows.get(one.library) ?? {
      library: one.library,
      leaks: 0,
      named: 0,
      twin: one.twin,
    };
    row.leaks += 1;
    if (one.kind === "right" && one.summary.includes(`(${one.library})`)) row.named += 1;
    rows.set(one.library, row);
  }
  for (const row of rows.values()) {
    const twins = judged.filter(({ id }) => id.startsWith(`healthy/${row.twin}.`));
    row.twins = twins.length;
    row.silent = twins.filter(({ kind }) => kind === "right").length;
  }
  return [...rows.values()].sort((a, b) => a.library.localeCompare(b.library, "en"));
}

/** The rows as Markdown. */
export function pairsTable(rows) {
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(["library", "leak named", "twin silent"]),
    line(["---", "--:", "--:"]),
    ...rows.map((row) =>
      line([row.library, `${row.named} of ${row.leaks}`, `${row.silent} of ${row.twins}`]),
    ),
    line([
      "all",
      `${total("named")} of ${total("leaks")}`,
      `${total("silent")} of ${total("twins")}`,
    ]),
  ].join("\n");
}

/** How many libraries and goroutines the tables know: {libraries, verified, goroutines}. */
export function countTables() {
  const folder = join(root, "analyzer/tables");
  const libraries = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  return {
    libraries: libraries.length,
    verified: libraries.filter(({ verified }) => verified).length,
    goroutines: libraries.reduce((sum, { goroutines }) => sum + goroutines.length, 0),
  };
}
