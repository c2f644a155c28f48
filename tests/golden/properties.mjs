// What the golden runner compares, and the ways in which a dump is changed without changing its sense.

const wordFields = ["explanation", "normalWhen", "confirm", "fix", "references"];
const smallCapture = 16 << 10;
const spreadCuts = 200;

/**
 * What a golden file holds: the report without the words of the causes, which change more often than
 * the analysis, and with a line for each group instead of all its frames: there are two thousand dumps.
 */
export function golden(report) {
  const findings = report.findings.map((finding) => ({
    ...Object.fromEntries(Object.entries(finding).filter(([key]) => !wordFields.includes(key))),
    goroutineIds: some(finding.goroutineIds),
    groups: some(finding.groups),
    site: finding.site && place(finding.site),
    createdAt: finding.createdAt && place(finding.createdAt),
    evidence: finding.evidence.map(({ supports, text }) => `${supports ? "+" : "-"} ${text}`),
  }));
  const { tool, redacted, compare, ...rest } = report; // the version would change every golden
  const { verdict, ...summary } = report.summary;
  const first = report.findings[0]?.summary;
  return {
    ...rest,
    summary: { verdict: verdict === first ? "that of the first finding" : verdict, ...summary },
    findings,
    groups: report.groups.filter(isOfProgram).slice(0, goldenGroups).map(groupLine),
    objects: some(report.objects.map(objectLine)),
    compare: compare && { snapshots: compare.snapshots, findings: compare.findings },
  };
}

const goldenGroups = 30;
const goldenItems = 12;

/** The first of a list, and how many there are when it is cut. */
function some(list) {
  return list.length <= goldenItems
    ? list
    : [...list.slice(0, goldenItems), `… ${list.length} in all`];
}

/** The three goroutines of harness/ops stand in nearly every dump. */
function isOfProgram({ frames }) {
  return !/\/internal\/ops\.(Wait|reportMetrics|watchConfig)$/.test(frames.at(-1)?.func ?? "");
}

function place({ func, line, inlined }) {
  return `${func}:${line}${inlined ? " inlined" : ""}`;
}

function groupLine(group) {
  const { count, state, flags, waitMinutes, role, normal, frames, createdBy } = group;
  const own = frames.find(({ origin }) => origin === "main");
  const parts = [
    `${count} × ${[state ?? "?", ...flags].join(", ")}`,
    waitMinutes && `${waitMinutes.min}/${waitMinutes.median}/${waitMinutes.max} min`,
    role && `${role}${normal ? " (normal)" : ""}`,
    `${frames.length} frames`,
    frames[0] && place(frames[0]),
    own && own !== frames[0] && `own ${place(own)}`,
    createdBy && `by ${createdBy.func}:${createdBy.line} ${createdBy.goroutine ?? ""}`.trimEnd(),
  ];
  return parts.filter(Boolean).join(" | ");
}

function objectLine({ kind, address, exact, holders, waiters }) {
  const held = holders.map(({ goroutine, confidence }) => `${goroutine} ${confidence}`);
  return `${kind} ${address}${exact ? "" : "?"} held by ${held.slice(0, 3).join(", ") || "?"}, ${waiters.length} wait`;
}

/** JSON for people: indented, but arrays of numbers and small flat objects on one line. */
export function readable(value, indent = "") {
  return `${format(value, indent)}\n`;
}

function format(value, indent) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const flat = flatLine(value);
  if (flat !== null && (numbersOnly(value) || indent.length + flat.length <= 100)) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + format(item, inner)).join(",\n")}\n${indent}]`;
  }
  const lines = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${format(item, inner)}`,
  );
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

function numbersOnly(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}

/** One line if nothing inside has an inside of its own, else null. */
function flatLine(value) {
  const simple = (item) => item === null || typeof item !== "object";
  if (Array.isArray(value)) {
    return value.every(simple) ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]` : null;
  }
  const entries = Object.entries(value);
  if (!entries.every(([, item]) => simple(item))) return null;
  const inside = entries
    .map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`)
    .join(", ");
  return inside ? `{ ${inside} }` : "{}";
}

/** What must survive any way of copying a dump. */
export function outcome(report) {
  return report.findings.map(({ cause, confidence, goroutines, severity }) => [
    cause,
    severity,
    confidence,
    goroutines,
  ]);
}

/** [name, bytes] of the same dump as other tools would hand it over. */
export function variants(id, bytes) {
  if (id.endsWith(".pb.gz")) return [];
  const text = bytes.toString("latin1"); // bytes in, the same bytes out
  const lines = text.split("\n");
  const prefix = "Nov 23 10:00:00 web-1 shop[4711]: ";
  const result = [
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["a BOM", `\xef\xbb\xbf${text}`],
    [
      "log text around it",
      `2026/11/23 10:00:00 listening on :8080\n${text}\n2026/11/23 10:00:01 bye\n`,
    ],
    [
      "a log prefix",
      lines.map((line, i) => (i === lines.length - 1 && !line ? "" : prefix + line)).join("\n"),
    ],
  ];
  if (/\.debug2\.txt/.test(id) && !repeatsAnId(text))
    result.push(["another order", shuffled(text)]);
  return result.map(([name, changed]) => [name, Buffer.from(changed, "latin1")]);
}

/** Several dumps one behind the other: their goroutines must not change from one to another. */
function repeatsAnId(text) {
  const ids = text.match(/^goroutine \d+ (?=\[)/gm) ?? [];
  return new Set(ids).size < ids.length;
}

/** The goroutines in an order that is different and always the same. The last one stays: a text that
 * ends in it may have been cut there, so what it lacks proves nothing. */
function shuffled(text) {
  const goroutines = text.trimEnd().split("\n\n");
  const last = goroutines.pop();
  let seed = 12345;
  for (let i = goroutines.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    const j = seed % (i + 1);
    [goroutines[i], goroutines[j]] = [goroutines[j], goroutines[i]];
  }
  return `${[...goroutines, last].join("\n\n")}\n`;
}

/** Every place of a small capture with `full`, else a spread of places that is always the same. */
export function cutPlaces(size, full) {
  const all = full && size <= smallCapture;
  // Analysing 200 beginnings of a large dump costs as much as 100 whole ones.
  const wanted = all
    ? size
    : full
      ? spreadCuts
      : Math.max(10, Math.min(spreadCuts, Math.floor((2 << 20) / size)));
  const number = Math.min(size, wanted);
  return Array.from({ length: number }, (_, i) => Math.floor((size * i) / number));
}

export function firstDifference(expected, found) {
  if (expected === found) return null;
  const before = expected.split("\n");
  const after = found.split("\n");
  const at = before.findIndex((line, index) => line !== after[index]);
  const index = at < 0 ? before.length - 1 : at;
  const clip = (line) => (line === undefined ? "(end)" : line.trim().slice(0, 160));
  return `line ${index + 1}: expected ${clip(before[index])}\n      found ${clip(after[index])}`;
}
