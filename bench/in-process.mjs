// Times the built wasm in this process:
//   node bench/in-process.mjs [--runs N] [--newlines MODULE] [--report] FILE
// Prints JSON: {bytes, goroutines, unpack, read, report, newlines}, each time as {cpu, wall} in
// seconds of its best run. `read` is from the first byte to groups and records, the copy into the wasm
// included; `report`, if asked for, what model, causes and JSON need behind it; `unpack` node:zlib on a .gz.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { scriptArguments } from "../scripts/lib/arguments.mjs";
import { core } from "../tests/js/support.mjs";

const options = {
  runs: { type: "string", default: "3" },
  newlines: { type: "string" },
  report: { type: "boolean" },
};
const {
  values,
  words: [path],
} = scriptArguments(import.meta.url, options, true);
const runs = Number(values.runs);
const chunk = 1 << 20;

/** The work's result, and what it took: processor time of all threads of this process, and wall. */
function timed(work) {
  const startCpu = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const wall = (performance.now() - start) / 1e3;
  const { user, system } = process.cpuUsage(startCpu);
  return { result, cpu: (user + system) / 1e6, wall };
}

/** Each of cpu and wall at its best: other programs of the machine only ever add. */
function best(times) {
  const least = (key) => Math.min(...times.map((time) => time[key]));
  return { cpu: least("cpu"), wall: least("wall") };
}

async function newlineCounter(module, bytes) {
  const { instance } = await WebAssembly.instantiate(readFileSync(module), {
    env: { emscripten_notify_memory_growth() {} },
  });
  const { _initialize, count, memory, reserve } = instance.exports;
  _initialize?.();
  const at = reserve(bytes.length) >>> 0;
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  return () => count(at, bytes.length);
}

const packed = readFileSync(path);
const isPacked = packed[0] === 0x1f && packed[1] === 0x8b;
const bytes = isPacked ? gunzipSync(packed) : packed;
const { module } = await core();
const times = { unpack: [], read: [], report: [], newlines: [] };
const count = values.newlines && (await newlineCounter(values.newlines, bytes));
let goroutines = 0;
for (let run = 0; run < runs; run++) {
  if (isPacked) times.unpack.push(timed(() => gunzipSync(packed)));
  if (count) times.newlines.push(timed(count));
  const session = new module.Session(false, false, "", "", false);
  times.read.push(
    timed(() => {
      session.open(basename(path));
      for (let at = 0; at < bytes.length; at += chunk) {
        const part = bytes.subarray(at, at + chunk);
        session.buffer(part.length).set(part);
        session.feed(part.length);
      }
      session.finish();
    }),
  );
  if (values.report) times.report.push(timed(() => Buffer.from(session.report()).toString()));
  goroutines = session.goroutines();
  session.delete();
}
const measured = Object.entries(times).filter(([, list]) => list.length > 0);
console.log(
  JSON.stringify({
    bytes: bytes.length,
    goroutines,
    ...Object.fromEntries(measured.map(([name, list]) => [name, best(list)])),
  }),
);
