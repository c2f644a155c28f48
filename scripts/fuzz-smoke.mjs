// Runs every fuzz target for some seconds, beginning with small real dumps. What breaks one is kept in
// .gowhy/fuzz/NAME/ and named.
//
//   node scripts/fuzz-smoke.mjs              20 seconds each
//   node scripts/fuzz-smoke.mjs --seconds N
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { captures, pair } from "../tests/js/support.mjs";
import { scriptArguments } from "./lib/arguments.mjs";
import { root } from "./lib/causes.mjs";

const largestSeed = 8 << 10; // larger ones take all the time and break nothing else
const { values } = scriptArguments(import.meta.url, { seconds: { type: "string", default: "20" } });
const targets = readdirSync(join(root, "build/asan")).filter((name) => /^fuzz-\w+$/.test(name));
const work = join(root, ".gowhy/fuzz");
const seeds = join(work, "seeds");
rmSync(seeds, { recursive: true, force: true });
mkdirSync(seeds, { recursive: true });
// The smallest of each program and kind: releases of Go differ in little.
const smallest = new Map();
for (const { id, bytes } of captures()) {
  const content = bytes();
  const kind = `${id.split(".")[0]} ${/\.(\w+)\.\w+$/.exec(id)?.[1]}`;
  const known = smallest.get(kind);
  if (content.length <= largestSeed && !(known?.content.length <= content.length)) {
    smallest.set(kind, { id, content });
  }
}
for (const { id, content } of smallest.values()) {
  writeFileSync(join(seeds, id.replaceAll("/", "_")), content);
  const again = printedAgain(content.toString("latin1"));
  if (again) writeFileSync(join(seeds, `${id.replaceAll("/", "_")}-again`), again, "latin1");
}
// A pack alone, and behind a NUL the dump it is used on (tests/fuzz/rule_pack_fuzz.cpp).
const packs = join(work, "packs");
mkdirSync(packs, { recursive: true });
for (const name of readdirSync(join(root, "docs/rules"))) {
  const pack = readFileSync(join(root, "docs/rules", name));
  writeFileSync(join(packs, name), pack);
  writeFileSync(join(packs, `${name}-used`), Buffer.concat([pack, Buffer.from([0]), pair]));
}

// A goroutine that comes for the third time is read in another way: a short one of the dump, six times.
function printedAgain(text) {
  const goroutines = text.split("\n\n").filter((part) => /^goroutine \d+ [^\n]+:\n/.test(part));
  const short = goroutines.filter((part) => part.length < 1200).slice(0, 2);
  const rounds = Array.from({ length: 6 }, (_, round) =>
    short.map((part, i) => part.replace(/\d+/, `${100 + 2 * round + i}`)),
  );
  return rounds
    .flat()
    .map((part) => `${part.trimEnd()}\n\n`)
    .join("");
}

let failed = 0;
for (const name of targets) {
  const corpus = join(work, name);
  const broken = join(work, `${name}-broken`);
  mkdirSync(corpus, { recursive: true });
  mkdirSync(broken, { recursive: true });
  const { status, stderr } = spawnSync(
    join(root, "build/asan", name),
    [
      `-max_total_time=${values.seconds}`,
      "-timeout=10",
      "-rss_limit_mb=2048",
      `-max_len=${largestSeed}`,
      `-artifact_prefix=${broken}/`,
      "-print_final_stats=1",
      corpus,
      name.includes("rule_pack") ? packs : seeds,
    ],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const runs = /number_of_executed_units:\s*(\d+)/.exec(stderr)?.[1] ?? "?";
  if (status === 0) {
    console.log(`ok: ${name}: ${runs} inputs`);
    continue;
  }
  failed += 1;
  console.log(`not ok: ${name}, its input is in ${broken}\n${stderr.slice(-3000)}`);
}
console.log(`${targets.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || targets.length === 0 ? 1 : 0;
