// Inputs that want too much: each is made while it is read, none is a file. `size` is what ./test
// feeds, `full` what --full does; `note` must be in the report, and `goroutines` must have survived.
import { gzipSync } from "node:zlib";
import { pair } from "../js/support.mjs";

const MiB = 1 << 20;

/** Chunks of about a mebibyte, of lines that a function makes from their number. */
function* lines(count, make) {
  let text = "";
  for (let i = 0; i < count; i++) {
    text += make(i);
    if (text.length < MiB) continue;
    yield Buffer.from(text, "latin1");
    text = "";
  }
  yield Buffer.from(text, "latin1");
}

function* filled(bytes, pattern) {
  const chunk = Buffer.alloc(MiB, pattern);
  for (let left = bytes; left > 0; left -= MiB) yield left < MiB ? chunk.subarray(0, left) : chunk;
}

/** Between two goroutines of a real dump, and one more behind. */
function* around(middle) {
  yield pair;
  yield Buffer.from("\n");
  yield* middle;
  yield Buffer.from("\n\ngoroutine 4711 [select]:\nmain.main()\n\t/srv/shop/main.go:1 +0x1\n");
}

const frame = (name, line) => `main.${name}(0xc000012345)\n\t/srv/shop/main.go:${line} +0x1d\n`;

/** A gzip member of zeros behind another: the same bytes again and again, of which each is a thousand. */
function* bomb(size) {
  const member = gzipSync(Buffer.alloc(16 * MiB), { level: 9 });
  yield gzipSync(pair);
  for (let left = size; left > 0; left -= 16) yield member;
}

// ---- protobuf of profile.proto, by hand: what no encoder writes ----
const varint = (value) => {
  const bytes = [];
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    if (rest <= 0x7fn) return Buffer.from(bytes);
  }
};
const number = (field, value) => Buffer.concat([varint(field << 3), varint(value)]);
const bytes = (field, data) => {
  const content = Buffer.from(data);
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
};
const message = (field, ...parts) => bytes(field, Buffer.concat(parts));
const goroutineType = message(1, number(1, 1), number(2, 2));
const strings = ["", "goroutine", "count", "main.work", "/srv/shop/main.go"].map((text) =>
  bytes(6, text),
);
const wild = [3, 77, 2 ** 31, 2 ** 32, 2 ** 53, 2n ** 63n, 2n ** 64n - 1n];

/** Samples, locations and functions that name each other, themselves and what is not there. */
function* wildProfile(count) {
  yield Buffer.concat([goroutineType, ...strings]);
  for (let i = 0; i < count; i += 1000) {
    const parts = [];
    for (let j = i; j < i + 1000; j++) {
      const odd = wild[j % wild.length];
      parts.push(
        message(
          2,
          number(1, j),
          number(1, odd),
          number(2, odd),
          message(3, number(1, odd), number(2, odd)),
        ),
        message(
          4,
          number(1, j),
          number(2, odd),
          number(3, odd),
          message(4, number(1, odd), number(2, odd)),
        ),
        message(5, number(1, j), number(2, odd), number(3, j), number(4, odd)),
      );
    }
    yield Buffer.concat(parts);
  }
}

/** Messages in messages in messages, each claiming to be longer than the input. */
function* deepProfile(depth) {
  yield Buffer.concat([goroutineType, ...strings]);
  const part = Buffer.concat([varint((2 << 3) | 2), varint(2 ** 31)]);
  yield Buffer.concat(Array.from({ length: depth }, () => part));
}

export const inputs = [
  {
    name: "a line of N MiB",
    size: 128,
    full: 1024,
    make: (n) => around(filled(n * MiB, "x")),
    note: "long_line",
    goroutines: 3,
    limit: 260,
  },
  {
    name: "N thousand headers",
    size: 500,
    full: 10_000,
    make: (n) => lines(n * 1000, (i) => `goroutine ${i + 1} [running]:\n\n`),
    note: "truncated_goroutine",
    goroutines: (n) => n * 1000,
    limit: 2600,
  },
  {
    name: "N MiB of NUL",
    size: 64,
    full: 1024,
    make: (n) => around(filled(n * MiB, "\0")),
    goroutines: 3,
    note: "long_line",
    limit: 260,
  },
  {
    name: "a gzip bomb of N MiB",
    size: 128,
    full: 4096,
    make: bomb,
    goroutines: 2,
    note: "long_line",
    limit: 300,
  },
  {
    name: "N ids above 2^53, 2^63 and 2^64",
    size: 1000,
    full: 1_000_000,
    make: (n) =>
      lines(n, (i) => {
        const id = [2n ** 53n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n, 10n ** 30n][i % 5];
        return `goroutine ${id + BigInt(i)} [select]:\n${frame("work", 7)}\n`;
      }),
    note: "large_id",
    goroutines: (n) => n,
    limit: 600,
  },
  {
    name: "a profile with N thousand wild references",
    size: 50,
    full: 1000,
    make: (n) => wildProfile(n * 1000),
    note: "bad_profile",
    limit: 600,
  },
  {
    name: "a profile of N thousand open messages",
    size: 100,
    full: 10_000,
    make: (n) => deepProfile(n * 1000),
    note: "truncated_profile",
    limit: 260,
  },
  {
    name: "a stack of N thousand frames",
    size: 200,
    full: 2000,
    make: (n) =>
      (function* () {
        yield Buffer.from("goroutine 1 [select]:\n");
        yield* lines(n * 1000, (i) => frame(`f${i % 977}`, i));
      })(),
    goroutines: 1,
    limit: 2600,
  },
  {
    name: "N thousand goroutines of which each is different",
    size: 50,
    full: 500,
    make: (n) => lines(n * 1000, (i) => `goroutine ${i + 1} [state ${i}]:\n${frame(`f${i}`, i)}\n`),
    goroutines: (n) => n * 1000,
    limit: 1500,
  },
  {
    name: "N thousand prefixes of which each is different",
    size: 30,
    full: 300,
    make: (n) =>
      lines(
        n * 1000,
        (i) => `${"abcdefgh"[i % 8]}-${i.toString(36)}-x| goroutine ${i + 1} [select]:\n`,
      ),
    goroutines: (n) => n * 1000,
    limit: 600,
  },
  {
    name: "N thousand panics",
    size: 100,
    full: 2000,
    make: (n) =>
      lines(
        n * 1000,
        (i) => `panic: order ${i}\n\tpanic: again\n\ngoroutine 1 [running]:\n${frame("work", 7)}\n`,
      ),
    note: "many_events",
    limit: 800,
  },
  {
    name: "N thousand dumps in one input",
    size: 20,
    full: 1000,
    make: (n) =>
      lines(
        n * 1000,
        () =>
          `goroutine 1 [select]:\n${frame("work", 7)}\ngoroutine 2 [select]:\n${frame("work", 7)}\n`,
      ),
    limit: 800,
  },
  {
    name: "a JSON record of N MiB, escaped four times",
    size: 8,
    full: 64,
    make: (n) =>
      lines(n * 1024, (i) => {
        let text = `goroutine ${i + 1} [select]:\n${frame("work", 7)}${" ".repeat(900)}\n`;
        for (const key of ["stack", "message", "payload", "line"])
          text = JSON.stringify({ [key]: text });
        return `${text}\n`;
      }),
    goroutines: (n) => n * 1024,
    limit: 400,
  },
  {
    name: "torn lines, N thousand of them",
    size: 50,
    full: 1000,
    make: (n) =>
      lines(
        n * 1000,
        (i) =>
          `goroutine ${i + 1} [select]:\nmain.work(0xc02026/11/23 10:00:00 GET /\n2026/11/23 10:00:00 GET /\n00012345)\n\t/srv/shop/main.go:7 +0x1d\n\n`,
      ),
    note: "torn_line",
    goroutines: (n) => n * 1000,
    limit: 500,
  },
  {
    name: "N MiB of colours, entities and backslashes",
    size: 16,
    full: 256,
    make: (n) => around(filled(n * MiB, '\x1b[31m&lt;\\\\n&#x1F600;{"log":"goroutine 1 [\n')),
    limit: 300,
  },
  {
    name: "a record of debug=1 with N thousand addresses",
    size: 500,
    full: 20_000,
    make: (n) =>
      (function* () {
        yield Buffer.from("goroutine profile: total 1\n1 @");
        yield* lines(n * 1000, (i) => ` 0x${(i + 4096).toString(16)}`);
        yield Buffer.from("\n#\t0x1000\tmain.work+0x1d\t/srv/shop/main.go:7\n\n");
      })(),
    limit: 400,
  },
  {
    name: "a name of N MiB of brackets",
    size: 8,
    full: 64,
    make: (n) =>
      (function* () {
        yield Buffer.from("goroutine 1 [select]:\nmain.F");
        yield* filled(n * MiB, "[(*{.func1");
        yield Buffer.from("](0x1)\n\t/srv/shop/main.go:7 +0x1d\n");
      })(),
    limit: 500,
  },
];
