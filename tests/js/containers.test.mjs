// gzip, zip and what is only recognised: by their first bytes, whatever the name says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import zlib from "node:zlib";
import { library, libraryUrl, pair, root } from "./support.mjs";
import { zip } from "./zip-writer.mjs";

const { analyze } = await library();
const codes = (report) => report.notes.map(({ code }) => code);
const streamOf = (bytes) => ReadableStream.from([bytes.subarray(0, 7), bytes.subarray(7)]);

/** Runs the test with what a browser has: no node:zlib, only DecompressionStream and fflate. */
async function asBrowser(run) {
  globalThis.window = globalThis;
  try {
    // A fresh copy, because the platform is looked at once.
    const { analyze, configureAssets } = await import(`${libraryUrl()}?browser`);
    const built = (name) => readFileSync(join(root, "dist", name));
    configureAssets({ wasm: built("wasm/gowhy.wasm"), words: built("words.json") });
    await run(analyze);
  } finally {
    delete globalThis.window;
  }
}

const platforms = { node: (run) => run(analyze), browser: asBrowser };
for (const [platform, on] of Object.entries(platforms)) {
  test(`${platform}: one gzip member`, () =>
    on(async (analyze) => {
      const report = await analyze(zlib.gzipSync(pair));
      assert.equal(report.inputs[0].bytes, pair.length);
      assert.ok(!codes(report).includes("cut_gzip"));
    }));

  test(`${platform}: several gzip members are one input`, () =>
    on(async (analyze) => {
      const members = Buffer.concat(
        [0, 1, 2].map((i) => zlib.gzipSync(pair.subarray(i * 700, (i + 1) * 700))),
      );
      for (const input of [members, new Blob([members]), streamOf(members)]) {
        const report = await analyze(input);
        assert.equal(report.inputs[0].bytes, pair.length);
        assert.equal(report.summary.goroutines, 2);
        assert.deepEqual(
          codes(report).filter((code) => code.includes("gzip")),
          [],
        );
      }
    }));

  test(`${platform}: a cut gzip gives what could be read, and a note`, () =>
    on(async (analyze) => {
      const packed = zlib.gzipSync(Buffer.alloc(300_000, pair));
      for (const input of [packed.subarray(0, -12), streamOf(packed.subarray(0, -12))]) {
        const report = await analyze(input);
        assert.ok(codes(report).includes("cut_gzip"), codes(report).join());
        assert.ok(report.inputs[0].bytes > 250_000, `${report.inputs[0].bytes} bytes`);
        assert.equal(report.summary.goroutines, 2);
      }
    }));

  test(`${platform}: a damaged gzip gives what came before, and a note`, () =>
    on(async (analyze) => {
      const first = zlib.gzipSync(pair);
      const packed = Buffer.concat([first, zlib.gzipSync(pair)]);
      packed.fill(0xff, first.length + 10, first.length + 20); // no block of deflate begins like this
      const report = await analyze(packed);
      assert.ok(codes(report).includes("damaged_gzip"), codes(report).join());
      assert.ok(report.inputs[0].bytes >= pair.length);
    }));

  test(`${platform}: the files of a zip are snapshots, packed or stored`, () =>
    on(async (analyze) => {
      const archive = zip([
        { name: "a.txt", data: pair },
        { name: "folder/", data: Buffer.alloc(0) },
        { name: "folder/b.txt", data: pair, stored: true },
        { name: "c.txt.gz", data: zlib.gzipSync(pair) },
      ]);
      for (const input of [archive, new Blob([archive]), streamOf(archive)]) {
        const report = await analyze(input, { name: "z.zip" });
        assert.deepEqual(
          report.inputs.map(({ name }) => name),
          ["z.zip/a.txt", "z.zip/folder/b.txt", "z.zip/c.txt.gz"],
        );
        assert.ok(report.inputs.every(({ bytes }) => bytes === pair.length));
      }
    }));
}

test("a zip with a comment and one with encrypted or unknown entries", async () => {
  const archive = zip(
    [
      { name: "good.txt", data: pair },
      { name: "secret.txt", data: pair, encrypted: true },
      { name: "lzma.txt", data: pair, method: 14 },
    ],
    "a comment with PK\x05\x06 nothing in it",
  );
  const report = await analyze(archive);
  assert.ok(codes(report).includes("encrypted_zip"));
  assert.ok(codes(report).includes("zip_method"));
  assert.equal(report.inputs[0].goroutines, 2);
});

test("a zip without its end is told so", async () => {
  const archive = zip([{ name: "a.txt", data: pair }]);
  const report = await analyze(archive.subarray(0, -30));
  assert.ok(codes(report).includes("cut_zip"));
});

test("zstd is unpacked where the platform can, and told with a command where it cannot", async () => {
  const frame = Buffer.concat([Buffer.from("28b52ffd", "hex"), Buffer.alloc(20)]);
  if (zlib.zstdCompressSync) {
    assert.equal((await analyze(zlib.zstdCompressSync(pair))).summary.goroutines, 2);
  } else {
    const note = (await analyze(frame, { name: "d.zst" })).notes.find(
      ({ code }) => code === "zstd",
    );
    assert.match(note.text, /zstd -dc d\.zst/);
  }
});

test("a gzip bomb is read in bounded memory and ends at the limit", async () => {
  const bomb = zlib.gzipSync(Buffer.alloc(64 << 20), { level: 9 });
  const bombs = Buffer.concat(Array.from({ length: 16 }, () => bomb)); // 1 GiB in 1 MiB
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const report = await analyze(bombs, { maxBytes: 400 << 20 });
  assert.ok(codes(report).includes("size_limit"));
  const grown = (process.memoryUsage().rss - before) >> 20;
  assert.ok(grown < 300, `${grown} MiB`);
});

test("what only looks like a container is read as text", async () => {
  const report = await analyze(Buffer.concat([Buffer.from("PK is not a zip\n"), pair]));
  assert.equal(report.summary.goroutines, 2);
});
