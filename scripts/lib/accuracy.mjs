// Compares reports with the truth, and counts.

/** {kind, first, found, wrong}: kind is "right", "later" (a right one, not first) or "wrong". */
export function judge(truth, report) {
  if (report === null) return { kind: "wrong", first: "(no report)", found: [], wrong: [] };
  const found = report.findings
    .filter(({ severity }) => severity !== "info")
    .map(({ cause }) => cause);
  return judgeFound(
    truth,
    found,
    report.findings.map(({ cause }) => cause),
  );
}

/** The same of the causes found above `info`, in their order, and of all that are named. */
export function judgeFound(truth, found, named = found) {
  const first = found[0] ?? "(nothing)";
  if (truth.class === "healthy") {
    return { kind: found.length === 0 ? "right" : "wrong", first, found, wrong: found };
  }
  const allowed = new Set([...truth.accept, ...truth.also]);
  const wrong = found.filter((cause) => !allowed.has(cause));
  const anywhere = named.some((cause) => truth.accept.includes(cause));
  const kind = truth.accept.includes(first) ? "right" : anywhere ? "later" : "wrong";
  return { kind, first, found, wrong };
}

/** Rows {name, files, right, anywhere, wrong} of judged cases, by what `key` gives; sorted by name. */
export function countBy(judged, key) {
  const rows = new Map();
  for (const one of judged) {
    const name = key(one);
    const row = rows.get(name) ?? { name, files: 0, right: 0, anywhere: 0, wrong: 0 };
    row.files += 1;
    if (one.kind === "right") row.right += 1;
    if (one.kind !== "wrong") row.anywhere += 1;
    row.wrong += one.wrong.length;
    rows.set(name, row);
  }
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

export function percent(part, whole) {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

const head = ["", "dumps", "first is right", "found anywhere", "false findings"];

/** A title and a table of counted rows for the terminal. */
export function plainTable(title, rows) {
  const width = Math.max(title.length, ...rows.map(({ name }) => name.length));
  const line = (cells) =>
    [cells[0].padEnd(width), ...cells.slice(1).map((cell) => cell.padStart(15))].join(" ");
  return [line([title, ...head.slice(1)]), ...rows.map((row) => line(cellsOf(row)))].join("\n");
}

/** The same as Markdown. */
export function markdownTable(title, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line([title, ...head.slice(1)]),
    line(["---", "--:", "--:", "--:", "--:"]),
    ...rows.map((row) => line(cellsOf(row))),
  ].join("\n");
}

function cellsOf({ name, files, right, anywhere, wrong }) {
  return [
    name,
    String(files),
    `${right} (${percent(right, files)})`,
    percent(anywhere, files),
    String(wrong),
  ];
}
