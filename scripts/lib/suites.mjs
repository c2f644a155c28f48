// What ./test runs. `count` reads {passed, failed} from the output, or nothing if nothing can be counted.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./causes.mjs";

const node = process.execPath;
const preset = (name, ...targets) => [
  "sh",
  "-c",
  `cmake --preset ${name} -Wno-dev && cmake --build --preset ${name} ${targets.map((target) => `--target ${target}`).join(" ")}`,
];

export const builds = {
  command: ["scripts/build"],
  site: ["scripts/build", "site"],
  release: preset("release", "gowhy-native"),
  asan: preset("asan"),
  "wasm-test": preset("wasm-test"),
};

const last = (pattern, output) => [...output.matchAll(pattern)].at(-1);

/** "12 passed, 0 failed", as our own runners end. */
function ours(output) {
  const match = last(/^(\d+) passed, (\d+) failed/gm, output);
  return match && { passed: Number(match[1]), failed: Number(match[2]) };
}

/** The counts of `node --test`. A skipped test is a failed one: what cannot run has to be installed. */
function nodeTest(output) {
  const number = (name) =>
    Number(last(new RegExp(`^# ${name} (\\d+)$`, "gm"), output)?.[1] ?? Number.NaN);
  const failed = number("fail") + number("cancelled") + number("skipped");
  return Number.isNaN(failed) ? null : { passed: number("pass"), failed };
}

/** Test cases of Catch2, which in wasm takes every output for a terminal. */
function catch2(coloured) {
  const output = stripVTControlCharacters(coloured);
  const all = last(/All tests passed \(\d+ assertions? in (\d+) test cases?\)/g, output);
  if (all) return { passed: Number(all[1]), failed: 0 };
  const some = last(/^test cases:\s*(\d+) \|(?:\s*(\d+) passed \|)?\s*(\d+) failed/gm, output);
  return some && { passed: Number(some[2] ?? 0), failed: Number(some[3]) };
}

/** A tool that is content or not. */
const one = (_, code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

function nodeTests(folder) {
  const files = readdirSync(join(root, "tests", folder)).filter((name) =>
    name.endsWith(".test.mjs"),
  );
  return [node, "--test", "--test-reporter=tap", ...files.map((name) => `tests/${folder}/${name}`)];
}

const suite = (name, about, command, count, { builds: needs = [], ...more } = {}) => ({
  name,
  about,
  command,
  count,
  builds: needs,
  ...more,
});

// The longest first: two run at a time.
export const suites = [
  suite(
    "golden",
    "every dump: report, schema, ways of copying, cuts",
    [node, "tests/golden/run.mjs"],
    ours,
    {
      builds: ["command"],
      fix: "read the difference, then node tests/golden/run.mjs --update",
    },
  ),
  suite("tidy", "clang-tidy of what changed", [node, "scripts/check-tidy.mjs"], ours, {
    builds: ["asan"],
    minutes: 30,
  }),
  suite("fuzz", "fuzz targets, some seconds each", [node, "scripts/fuzz-smoke.mjs"], ours, {
    builds: ["asan"],
  }),
  suite(
    "sanitized",
    "every dump and cuts of it under ASan and UBSan",
    [node, "tests/sanitized/run.mjs"],
    ours,
    {
      builds: ["asan"],
    },
  ),
  suite("unit", "Catch2, native, ASan and UBSan", ["build/asan/gowhy-tests"], catch2, {
    builds: ["asan"],
  }),
  suite(
    "wasm-unit",
    "Catch2 compiled to wasm, in Node",
    // Emscripten 3.1.6 takes a `fetch` for a browser's and gives it a path.
    [node, "-e", "delete globalThis.fetch; require('./build/wasm/gowhy-tests.cjs')"],
    catch2,
    {
      builds: ["wasm-test"],
    },
  ),
  suite(
    "differential",
    "goroutine by goroutine against gostackparse and panicparse",
    [node, "tests/differential/run.mjs"],
    ours,
    { builds: ["command"], minutes: 5 },
  ),
  suite(
    "hostile",
    "inputs that want too much memory: bounded, with a note",
    [node, "tests/hostile/run.mjs"],
    ours,
    { builds: ["command"] },
  ),
  suite("js", "the library", nodeTests("js"), nodeTest, { builds: ["command"] }),
  suite(
    "meta",
    "causes, fixtures and words are complete; the truth of every dump",
    nodeTests("meta"),
    nodeTest,
    {
      builds: ["release"],
    },
  ),
  suite("snippets", "the Go in the pages of the causes", [node, "scripts/check-snippets"], ours),
  suite("format", "clang-format", [node, "scripts/check-format.mjs"], ours, {
    fix: "node scripts/check-format.mjs --fix",
  }),
  suite("lint", "Biome", [node, "node_modules/@biomejs/biome/bin/biome", "ci", "."], one, {
    fix: "npx biome check --write .",
  }),
  suite("start", "./gowhy starts without building", nodeTests("start"), nodeTest, {
    builds: ["command"],
    alone: true,
  }),
  suite("types", "TypeScript", [node, "node_modules/typescript/bin/tsc", "-p", "."], one),
  suite(
    "verdicts",
    "docs/verdicts.md is what the command prints",
    [node, "scripts/verdicts.mjs"],
    one,
    { builds: ["command"], fix: "node scripts/verdicts.mjs --write, and read it" },
  ),
  suite("size", "compressed sizes of what is sent", [node, "scripts/check-size.mjs"], ours, {
    builds: ["command", "site"],
  }),
  suite("cli", "the command, serve, addresses", nodeTests("cli"), nodeTest, {
    builds: ["command", "site"],
    alone: true,
  }),
  suite(
    "parity",
    "the same bytes natively, in Node and in Chromium",
    nodeTests("parity"),
    nodeTest,
    {
      builds: ["command", "release"],
      alone: true,
    },
  ),
  suite("page", "page and element in Chromium and Firefox", nodeTests("page"), nodeTest, {
    builds: ["command", "site"],
    alone: true,
  }),
];
