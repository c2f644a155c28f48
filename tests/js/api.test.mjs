// The library as `import … from "gowhy"` gives it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { schemaErrors } from "../golden/schema.mjs";
import { captures, dumps, library, pair, pairText } from "./support.mjs";

const { analyze, analyzeDetailed, GowhyError } = await library();

const same = (report) => ({ ...report, inputs: [] });
const expected = same(await analyze(pairText));

test("a string gives a report that the schema accepts", async () => {
  const report = await analyze(pairText);
  assert.equal(schemaErrors(report), null);
  assert.equal(report.summary.goroutines, 2);
  assert.deepEqual(report.inputs[0], {
    ...report.inputs[0],
    name: "input",
    bytes: pair.length,
    format: "traceback",
  });
});

const kinds = {
  Uint8Array: () => new Uint8Array(pair),
  ArrayBuffer: () => new Uint8Array(pair).buffer,
  Blob: () => new Blob([pair]),
  ReadableStream: () => new Blob([pair]).stream(),
  "a stream of single bytes": () => byteStream(pair),
  "a stream of strings": () => ReadableStream.from([pairText.slice(0, 100), pairText.slice(100)]),
  "gzip bytes": () => gzipSync(pair),
  "a gzip Blob": () => new Blob([gzipSync(pair)]),
  "a gzip stream of single bytes": () => byteStream(gzipSync(pair)),
};
for (const [kind, make] of Object.entries(kinds)) {
  test(`${kind} gives the same report as the string`, async () => {
    assert.deepEqual(same(await analyze(make())), expected);
  });
}

test("named inputs are snapshots, oldest first", async () => {
  const report = await analyze([
    { name: "first.txt", data: pairText },
    { name: "second.txt", data: gzipSync(pair) },
  ]);
  assert.deepEqual(
    report.inputs.map(({ name }) => name),
    ["first.txt", "second.txt"],
  );
  assert.equal(report.compare.snapshots.length, 2);
  assert.equal(schemaErrors(report), null);
});

test("characters outside of ASCII arrive as UTF-8, also where a string is cut into slices", async () => {
  const filler = "é𝄞".repeat(200_000); // the odd length puts a surrogate pair on the border of a slice
  const text = `x${filler}\n${pairText}`;
  const { report, sources } = await analyzeDetailed(text, { keepSource: true });
  assert.equal(report.inputs[0].bytes, Buffer.byteLength(text));
  assert.equal(await sources[0].blob.text(), text);
});

test("text without a dump resolves, with a no_dump note", async () => {
  for (const input of ["", "hello", new Uint8Array(0), new Uint8Array([0, 255, 31, 139])]) {
    const report = await analyze(input);
    assert.ok(report.notes.some(({ code }) => code === "no_dump"));
    assert.equal(report.inputs[0].format, "none");
    assert.equal(schemaErrors(report), null);
  }
});

test("the columns tell id, minutes and place of each goroutine", async () => {
  const { columns, report, reportText, sources } = await analyzeDetailed(pairText, {
    keepSource: true,
  });
  assert.deepEqual([...columns.id], [39381, 39382]);
  assert.deepEqual([...columns.minutes], [147, 147]);
  const source = Buffer.from(await sources[0].blob.arrayBuffer());
  for (const [index, id] of [...columns.id].entries()) {
    const start = columns.offset[index];
    const text = source.subarray(start, start + columns.length[index]).toString();
    assert.ok(text.startsWith(`goroutine ${id} [`), text.slice(0, 40));
    assert.ok(report.groups[columns.group[index]].goroutineIds.includes(id));
  }
  assert.deepEqual(JSON.parse(reportText), report);
});

test("the columns keep the order of the text, in which the goroutines of groups are mixed", async () => {
  const mixed = captures().find(({ id }) => id.endsWith("client_per_call.go1.27.n40.debug2.txt"));
  const { columns } = await analyzeDetailed(mixed.bytes());
  const ascending = (values) =>
    [...values].every((value, i, all) => i === 0 || all[i - 1] <= value);
  assert.equal(columns.id.length, columns.offset.length);
  assert.ok(columns.id.length > 40);
  assert.ok(ascending(columns.offset));
  assert.ok(!ascending(columns.group));
});

test("the long texts are there by default and can be left out", async () => {
  const [finding] = (await analyze(pairText)).findings;
  assert.ok(finding.fix.length > 0 && finding.references.length > 0);
  const [without] = (await analyze(pairText, { words: false })).findings;
  assert.equal(without.fix, "");
  assert.deepEqual(without.references, []);
});

test("applyWords gives what the core would have written", async () => {
  const { applyWords, loadWords } = await library();
  const words = JSON.parse(new TextDecoder().decode(await loadWords()));
  const without = await analyze(pairText, { words: false });
  assert.deepEqual(applyWords(without, words), await analyze(pairText));
});

test("an aborted signal rejects at once, a later one promptly", async () => {
  await rejects(analyze(pairText, { signal: AbortSignal.abort("why") }), "aborted");
  const control = new AbortController();
  const stalled = new ReadableStream({ pull: () => new Promise(() => {}) });
  const started = performance.now();
  setTimeout(() => control.abort(), 20);
  const error = await rejects(analyze(stalled, { signal: control.signal }), "aborted");
  assert.equal(error.name, "AbortError");
  assert.ok(performance.now() - started < 1000);
});

test("an abort ends the reading of an endless stream", async () => {
  const control = new AbortController();
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream({
    pull(stream) {
      pulled += 1;
      stream.enqueue(pair);
    },
    cancel() {
      cancelled = true;
    },
  });
  setTimeout(() => control.abort(), 100);
  await rejects(analyze(endless, { signal: control.signal }), "aborted");
  const then = pulled;
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(pulled - then <= 2, "nothing is read after the abort");
  assert.ok(cancelled);
});

test("the event loop runs at least every 50 ms while a large input is read", async () => {
  const large = Buffer.alloc(256 << 20, `${pairText}\n`);
  let longest = 0;
  let last = performance.now();
  let turns = 0;
  let reading = true;
  const control = new AbortController();
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    turns += 1;
    if (reading) setImmediate(beat);
  };
  setImmediate(beat);
  // Stopped near the end: model and causes run in one piece after the reading.
  const onProgress = ({ bytes }) => bytes > 200 << 20 && control.abort();
  await analyze(large, { onProgress, signal: control.signal }).catch(() => {});
  reading = false;
  assert.ok(turns > 1, "the loop ran");
  assert.ok(longest < 150, `${longest} ms; 50 wanted, the rest is for a busy machine`);
});

test("progress grows to the whole and counts goroutines", async () => {
  const seen = [];
  await analyze(Buffer.alloc(20 << 20, `${pairText}\n`), {
    onProgress: (progress) => seen.push(progress),
  });
  const last = seen.at(-1);
  assert.equal(last.bytes, 20 << 20);
  assert.equal(last.totalBytes, 20 << 20);
  assert.ok(last.goroutines >= 2);
  assert.ok(seen.every(({ bytes }, index) => index === 0 || bytes >= seen[index - 1].bytes));
});

test("of a stream the total is unknown", async () => {
  let last;
  await analyze(new Blob([pair]).stream(), { onProgress: (progress) => (last = progress) });
  assert.deepEqual([last.bytes, last.totalBytes], [pair.length, null]);
});

test("unreadable input rejects with unreadable", async () => {
  const broken = new ReadableStream({ pull: (stream) => stream.error(new Error("disk on fire")) });
  const error = await rejects(analyze(broken), "unreadable");
  assert.match(error.message, /disk on fire/);
  await rejects(analyze(ReadableStream.from([1, 2])), "unreadable");
});

test("wrong inputs and options reject and say what is right", async () => {
  for (const input of [
    null,
    undefined,
    7,
    {},
    [],
    ["x"],
    [{ name: "x" }],
    [{ name: "x", data: 7 }],
  ]) {
    await rejects(analyze(input), "bad_input");
  }
  assert.match(
    (await rejects(analyze("", { minseverity: "info" }), "bad_option")).message,
    /minSeverity/,
  );
  await rejects(analyze("", { minSeverity: "high" }), "bad_option");
  await rejects(analyze("", { signal: {} }), "bad_option");
  await rejects(analyze("", { rules: "not JSON" }), "bad_rules");
});

test("analyses side by side do not disturb each other", async () => {
  const reports = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      analyze(i % 2 ? "nothing" : byteStream(pair), { name: `n${i}` }),
    ),
  );
  reports.forEach((report, i) => {
    assert.equal(report.inputs[0].name, `n${i}`);
    assert.equal(report.summary.goroutines, i % 2 ? 0 : 2);
  });
});

test("sessions give their memory back", async () => {
  const megabytes = Buffer.alloc(4 << 20, `${pairText}\n`);
  for (let i = 0; i < 3; i++) await analyze(megabytes);
  const before = process.memoryUsage().rss;
  for (let i = 0; i < 20; i++) await analyze(megabytes);
  const grown = (process.memoryUsage().rss - before) >> 20;
  assert.ok(grown < 100, `${grown} MiB more after 20 analyses`);
});

async function rejects(promise, code) {
  let caught = null;
  await promise.catch((error) => (caught = error));
  assert.ok(caught instanceof GowhyError, `expected a GowhyError ${code}, got ${caught}`);
  assert.equal(caught.code, code);
  return caught;
}

function byteStream(bytes) {
  return ReadableStream.from([...bytes].map((byte) => new Uint8Array([byte])));
}

test("a command to confirm with searches for the function of the finding", async () => {
  const file = "worker_pool_not_stopped/resize_per_upload.go1.27.n10.debug2.txt";
  const report = await analyze(readFileSync(join(dumps, file)));
  const found = report.findings.find(({ cause }) => cause === "worker_pool_not_stopped");
  const name = found.site.func.split("/").pop();
  assert.ok(found.confirm.includes(`grep -B3 -F '${name}'`), found.confirm);
  assert.ok(!found.confirm.includes("YOUR_FUNCTION"));
});
