// The table of bench/README.md: every goal of the reader as a ratio, all in one run on the same bytes.
//
//   node bench/run.mjs [--rounds 3] [--plain MB] [--distinct MB] [--whole MB] [--stacks N] [--only PART]
//
// PART is plain, distinct, cost, profiles, whole or start. --rounds N: how often each is timed; --plain, --distinct
// and --whole: the size of these dumps; --stacks: how many different ones the profiles have.
//
// Needs Go, em++ and a built ./gowhy. Writes its dumps into a folder of the system's temporary one and
// removes it. Ours and the peer run in turn; the least of all rounds counts, for processor time (user
// and system, all threads) and for wall time apart: what else the machine does only ever adds.
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { scriptArguments } from "../scripts/lib/arguments.mjs";
import { root } from "../tests/js/support.mjs";

const { values } = scriptArguments(import.meta.url, {
  rounds: { type: "string", default: "3" },
  plain: { type: "string", default: "256" },
  distinct: { type: "string", default: "64" },
  whole: { type: "string", default: "1074" },
  stacks: { type: "string", default: "100000" },
  only: { type: "string", default: "" },
});
const bench = join(root, "bench");
const oneMegabyte = "http_transport_per_request/edge_tenant_proxy.go1.23.n200.sigquit.txt.gz";
const folder = mkdtempSync(join(tmpdir(), "gowhy-bench-"));
const tool = (name) => join(folder, name);
const newlines = tool("newlines.wasm");
// emcc's optimiser needs acorn, which Debian keeps outside of node's own search path.
const env = { ...process.env, NODE_PATH: "/usr/share/nodejs" };
const capture = (command, args) => execFileSync(command, args, { cwd: bench, env }).toString();

function build() {
  capture("go", ["build", "-o", folder, "./gen", "./peers", "./measure", "./profiles"]);
  const flags = ["-std=c++20", "-O3", "-msimd128", "--no-entry", "-sSTANDALONE_WASM"];
  const memory = ["-sALLOW_MEMORY_GROWTH", "-sMAXIMUM_MEMORY=4GB"];
  const symbols = "-sEXPORTED_FUNCTIONS=_count,_reserve";
  capture("em++", [...flags, ...memory, symbols, "newlines.cpp", "-o", newlines]);
}

/** Model and causes have no entry of their own in the module: the core linked with a `main` for Node. */
function buildDiagnosis() {
  const program = tool("reader_bench.cjs");
  const flags = ["-std=c++20", "-O3", "-msimd128", "-fno-exceptions", "-fno-rtti"];
  const node = [
    "-sALLOW_MEMORY_GROWTH",
    "-sMAXIMUM_MEMORY=4GB",
    "-sNODERAWFS",
    "-sENVIRONMENT=node",
  ];
  const core = join(root, "build/wasm/libgowhy_core.a");
  const include = ["-I../analyzer/src", "-I../analyzer/include"];
  capture("em++", [...flags, ...node, ...include, "reader_bench.cpp", core, "-o", program]);
  return (path) => {
    // Emscripten 3.1.6 takes a `fetch` for a browser's.
    const start = `delete globalThis.fetch; process.argv.splice(1, 0, ${JSON.stringify(program)}); require(${JSON.stringify(program)})`;
    const line = capture(process.execPath, ["-e", start, "--", "--runs", "3", path]);
    const number = (key) => Number(new RegExp(`${key}=([\\d.]+)`).exec(line)[1]);
    return { read: number("seconds"), diagnosis: number("diagnosis"), groups: number("groups") };
  };
}

/** A dump of `gen`: 1,000 stacks by a power law, unless `more` says otherwise. */
function dump(name, megabytes, ...more) {
  const path = join(folder, name);
  const out = openSync(path, "w");
  const args = ["-seeds", join(root, "tests/dumps"), "-size", String(megabytes), ...more];
  execFileSync(tool("gen"), args, { stdio: ["ignore", out, "ignore"] });
  closeSync(out);
  return path;
}

const ours = (path, ...more) =>
  JSON.parse(capture(process.execPath, ["in-process.mjs", "--runs", "3", ...more, path]));

function gostackparse(path) {
  const line = capture(tool("peers"), ["-only", "gostackparse", "-runs", "1", path]);
  const number = (key) => Number(new RegExp(`${key}=([\\d.]+)`).exec(line)[1]);
  return { bytes: number("bytes"), read: { cpu: number("cpu"), wall: number("wall") } };
}

function wholeProcess(...command) {
  const { peak, code, ...time } = JSON.parse(capture(tool("measure"), command));
  if (code > 1) throw new Error(`${command.join(" ")} ended with ${code}`);
  return { time, peak };
}

/** Runs each function in turn, several times; of every time the least, of memory the most. */
function interleaved(measures) {
  const results = {};
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, measure] of Object.entries(measures)) {
      results[name] = merged(results[name], measure());
    }
  }
  return results;
}

function merged(before, now) {
  if (before === undefined) return now;
  if (typeof now !== "object") return Math.max(before, now);
  const least = "cpu" in now;
  return Object.fromEntries(
    Object.entries(now).map(([key, value]) => [
      key,
      least ? Math.min(before[key], value) : merged(before[key], value),
    ]),
  );
}

const round = (number) => number.toPrecision(number >= 100 ? 3 : 2);
const ratio = (above, below) =>
  `${round(above.cpu / below.cpu)} (wall ${round(above.wall / below.wall)})`;
const speed = ({ bytes }, time) => `${(bytes / time.cpu / 1e9).toFixed(2)} GB/s`;
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

const cases = {
  plain() {
    const path = dump("plain.txt", values.plain);
    const cri = dump("cri.txt", values.plain, "-wrap", "cri");
    const found = interleaved({
      plain: () => ours(path, "--newlines", newlines),
      cri: () => ours(cri),
      peer: () => gostackparse(path),
    });
    const { plain, peer } = found;
    const of = `${megabytes(plain.bytes)}, 1,000 stacks`;
    const both = `${speed(plain, plain.read)} against ${speed(peer, peer.read)}`;
    row(
      `${of}: wasm in Node against gostackparse, times faster`,
      "≥ 15",
      ratio(peer.read, plain.read),
      both,
    );
    const limit = `${speed(plain, plain.newlines)} for the count`;
    row(
      "the same against a newline count in wasm, of its speed",
      "as close as we get",
      ratio(plain.newlines, plain.read),
      limit,
    );
    const perByte = {
      cpu: found.cri.bytes / found.cri.read.cpu,
      wall: found.cri.bytes / found.cri.read.wall,
    };
    const plainPerByte = { cpu: plain.bytes / plain.read.cpu, wall: plain.bytes / plain.read.wall };
    row(
      `${megabytes(found.cri.bytes)} prefixed by a log (CRI), of the plain speed`,
      "≥ 0.5",
      ratio(perByte, plainPerByte),
      speed(found.cri, found.cri.read),
    );
    rmSync(path);
    rmSync(cri);
  },
  distinct() {
    const path = dump("distinct.txt", values.distinct, "-stacks", "0");
    const { own, peer, whole } = interleaved({
      own: () => ours(path),
      peer: () => gostackparse(path),
      whole: () => wholeProcess(join(root, "gowhy"), "--format", "json", path),
    });
    const both = `${speed(own, own.read)} against ${speed(peer, peer.read)}`;
    row(
      `${megabytes(own.bytes)}, ${own.goroutines} different stacks: against gostackparse, times faster`,
      "≥ 6",
      ratio(peer.read, own.read),
      both,
    );
    row(
      "the same, `./gowhy` as a process: peak memory",
      "≤ 250 MB",
      megabytes(whole.peak),
      `${whole.time.cpu.toFixed(2)} s`,
    );
    rmSync(path);
  },
  cost() {
    const measure = buildDiagnosis();
    for (const [megabytes, goal, ...more] of [
      [27, "≤ 50 ms"],
      [Number(values.plain), "≤ 2 × the reading"],
      [Number(values.distinct), "linear", "-stacks", "0"],
    ]) {
      const path = dump("cost.txt", megabytes, ...more);
      const runs = Array.from({ length: Number(values.rounds) }, () => measure(path));
      const read = Math.min(...runs.map((run) => run.read));
      const diagnosis = Math.min(...runs.map((run) => run.diagnosis));
      row(
        `${megabytes} MB, ${runs[0].groups} groups, wasm: model and all causes without JSON, of the reading`,
        goal,
        `wall ${round(diagnosis / read)}`,
        `${Math.round(diagnosis * 1e3)} ms behind ${Math.round(read * 1e3)} ms`,
      );
      rmSync(path);
    }
  },
  profiles() {
    capture(tool("profiles"), ["-stacks", values.stacks, folder]);
    for (const [name, file] of [
      ["debug=1", "stacks.debug1.txt.gz"],
      ["debug=0", "stacks.debug0.pb.gz"],
    ]) {
      const { own } = interleaved({ own: () => ours(join(folder, file)) });
      const what = `${name} of ${values.stacks} stacks (${megabytes(own.bytes)}): reading, of the time to unpack`;
      row(
        what,
        "≤ 1",
        ratio(own.read, own.unpack),
        `${own.read.cpu.toFixed(2)} s against ${own.unpack.cpu.toFixed(2)} s`,
      );
    }
  },
  whole() {
    const path = dump("whole.txt", values.whole);
    const { own, peer } = interleaved({
      own: () => wholeProcess(join(root, "gowhy"), "--format", "json", path),
      peer: () => wholeProcess(tool("peers"), "-once", path),
    });
    const what = `${values.whole} MB, the whole process`;
    row(
      `${what}: \`./gowhy\` against gostackparse, times faster`,
      "≥ 5",
      ratio(peer.time, own.time),
      `${own.time.cpu.toFixed(2)} s against ${peer.time.cpu.toFixed(2)} s`,
    );
    row(
      `${what}: peak memory`,
      "≤ 250 MB",
      megabytes(own.peak),
      `gostackparse ${megabytes(peer.peak)}`,
    );
    rmSync(path);
  },
  start() {
    const generated = dump("one.txt", 1);
    // A service's own dump of that size: a few stacks that come again and again.
    const captured = join(folder, "captured.txt");
    writeFileSync(captured, gunzipSync(readFileSync(join(root, "tests/dumps", oneMegabyte))));
    const { own, real, node } = interleaved({
      own: () => wholeProcess(join(root, "gowhy"), generated),
      real: () => wholeProcess(join(root, "gowhy"), captured),
      node: () => wholeProcess(process.execPath, "-e", "0"),
    });
    const against = (time) => `${time.cpu.toFixed(3)} s against ${node.time.cpu.toFixed(3)} s`;
    row(
      "1 MB, nearly every stack another one: `./gowhy`, of the time of `node -e 0`",
      "≤ 2",
      ratio(own.time, node.time),
      against(own.time),
    );
    row(
      `1 MB of a service (${basename(oneMegabyte)}): the same`,
      "≤ 2",
      ratio(real.time, node.time),
      against(real.time),
    );
  },
};

try {
  build();
  const commit = capture("git", ["rev-parse", "--short", "HEAD"]).trim();
  console.log(
    `${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}, ${capture("go", ["env", "GOVERSION"]).trim()}, commit ${commit}, ${values.rounds} rounds\n`,
  );
  row("work", "goal", "processor time (wall)", "speeds");
  row("---", "---", "---", "---");
  for (const [name, run] of Object.entries(cases)) if (name.includes(values.only)) run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
