// gowhy against gostackparse and panicparse, goroutine by goroutine, on every capture in a format
// that those read: is it there, its state, minutes, thread lock, every call with its line, creator.
// Each difference has to be of a kind that explained.mjs explains.
//
//   node tests/differential/run.mjs              check everything
//   node tests/differential/run.mjs mutex        only captures whose path contains the word
//   node tests/differential/run.mjs --update     write the list in README.md anew
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scriptArguments } from "../../scripts/lib/arguments.mjs";
import { captures, decompressed, dumps, root } from "../js/support.mjs";
import { kinds } from "./explained.mjs";
import { updateList } from "./list.mjs";
import { gowhyReader, readByPeers } from "./readings.mjs";

const { values, words } = scriptArguments(import.meta.url, { update: { type: "boolean" } }, true);
const inFormat = /\.(debug2|sigquit|panic|test|goroutineleak)\.txt(\.gz)?$/;
const shown = 5; // unexplained differences of one capture

function wrappedCaptures() {
  return readdirSync(join(dumps, "formats/wrapped"))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => {
      const path = join(dumps, "formats/wrapped", name);
      return { id: `formats/wrapped/${name}`, bytes: () => decompressed(path) };
    });
}

/** Every difference of two readings. */
function* differences(peer, ours, theirs) {
  const byKey = new Map(theirs.map((one) => [one.key, one]));
  for (const one of ours) {
    const other = byKey.get(one.key);
    byKey.delete(one.key);
    const context = { peer, ours: one, theirs: other, header: one.text.split("\n", 1)[0] };
    if (!other) {
      yield { ...context, field: "missing" };
      continue;
    }
    if (one.state !== other.state) yield { ...context, field: "state" };
    if (Math.max(one.minutes, 0) !== other.minutes) yield { ...context, field: "minutes" };
    if (one.locked !== other.locked) yield { ...context, field: "locked" };
    if (one.creator !== other.creator) yield { ...context, field: "creator" };
    if (!sameCalls(one.calls, other.calls)) yield { ...context, field: "calls" };
  }
  for (const other of byKey.values()) yield { peer, theirs: other, header: "", field: "extra" };
}

function sameCalls(ours, theirs) {
  return ours.length === theirs.length && ours.every((call, index) => call === theirs[index]);
}

function describe({ peer, field, ours, theirs, header }) {
  const tell = (one) => {
    if (!one) return "nothing";
    if (field !== "calls") return JSON.stringify(one[field] ?? one.key);
    const at = ours.calls.findIndex((call, index) => call !== theirs.calls[index]);
    return `${one.calls.length} calls, ${at < 0 ? "" : `the ${at + 1}th ${one.calls[at]}`}`;
  };
  const where = header || `goroutine ${theirs.key} [${theirs.state}]`;
  return `${peer}: ${field}: ${where.slice(0, 100)}: gowhy ${tell(ours)}, ${peer} ${tell(theirs)}`;
}

const chosen = [...captures().filter(({ id }) => inFormat.test(id)), ...wrappedCaptures()].filter(
  ({ id }) => words.every((word) => id.includes(word)),
);
const read = await gowhyReader();
const found = new Map(kinds.map((kind) => [kind, []])); // of each kind: {id, peer, count}
const totals = { gowhy: 0, gostackparse: 0, panicparse: 0, unexplained: 0 };
let failed = 0;

function compare({ id, bytes }, readings) {
  const { goroutines, snapshots } = read(bytes());
  totals.gowhy += goroutines.length;
  const unexplained = [];
  for (const [peer, theirs] of Object.entries(readings)) {
    totals[peer] += theirs.length;
    const counts = new Map();
    for (const one of differences(peer, goroutines, theirs)) {
      const kind = kinds.find(({ explains }) => explains({ ...one, id, snapshots }));
      if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      else unexplained.push(describe(one));
    }
    for (const [kind, count] of counts) found.get(kind).push({ id, peer, count });
  }
  if (unexplained.length === 0) return;
  failed += 1;
  totals.unexplained += unexplained.length;
  const rest = unexplained.length > shown ? [`… ${unexplained.length} in all`] : [];
  console.log(`not ok: ${id}\n    ${[...unexplained.slice(0, shown), ...rest].join("\n    ")}`);
}

await readByPeers(
  chosen.map(({ bytes }) => bytes),
  (index, readings) => compare(chosen[index], readings),
);
let passed = chosen.length - failed;

// A kind that no capture shows is a claim without proof, and one that is not listed is not told.
const readme = join(root, "tests/differential/README.md");
const listed = readFileSync(readme, "utf8");
if (values.update) writeFileSync(readme, updateList(listed, kinds, found, totals, chosen.length));
for (const kind of words.length > 0 || values.update ? [] : kinds) {
  const problem =
    (found.get(kind).length === 0 && "explains nothing any more: remove it") ||
    (!listed.includes(`### ${kind.name}\n`) && "is not in README.md: run with --update");
  if (problem) console.log(`not ok: kind ${kind.name} ${problem}`);
  if (problem) failed += 1;
  else passed += 1;
}
console.log(
  `goroutines: gowhy ${totals.gowhy}, gostackparse ${totals.gostackparse}, panicparse ${totals.panicparse}; ` +
    `unexplained differences: ${totals.unexplained}`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
