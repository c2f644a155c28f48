// What gowhy, gostackparse and panicparse read in a dump, in one shape: goroutines in the order of
// the text, each {key, id, state, minutes, locked, calls, creator}. `key` tells the second goroutine
// of an id from the first: crash sections and several dumps repeat ids. gowhy's have besides `text`,
// the lines of the goroutine, and `next`, the line behind them: the differences are explained by those.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { core, root } from "../js/support.mjs";

const peers = join(root, "tests/differential/peers");
const processes = 2;
const longestLine = 200; // as much as is asked of the line behind a goroutine

/** A function from decompressed bytes to gowhy's {goroutines, snapshots}. */
export async function gowhyReader() {
  const { module } = await core();
  return (bytes) => {
    const session = new module.Session(true, false, "", "", false);
    session.open("dump");
    for (let at = 0; at < bytes.length; at += 1 << 20) {
      const part = bytes.subarray(at, at + (1 << 20));
      session.buffer(part.length).set(part);
      session.feed(part.length);
    }
    session.finish();
    const { groups, inputs } = JSON.parse(Buffer.from(session.report()).toString());
    const columns = session.columns(); // views into the module: read before it is called again
    const goroutines = Array.from(columns.id, (id, index) => {
      const start = columns.offset[index];
      const end = start + columns.length[index];
      return {
        id,
        ...ofGroup(groups[columns.group[index]]),
        minutes: columns.minutes[index],
        text: bytes.subarray(start, end).toString(),
        next: bytes
          .subarray(end, end + longestLine)
          .toString()
          .split("\n", 1)[0],
      };
    });
    session.delete();
    return { goroutines: keyed(goroutines), snapshots: inputs[0].snapshots };
  };
}

const shapes = new WeakMap();

/** What all goroutines of a group share; made once, so that equal stacks are the same array. */
function ofGroup(group) {
  if (!shapes.has(group)) {
    shapes.set(group, {
      state: group.state,
      locked: group.flags.includes("locked to thread"),
      calls: group.frames.map(place),
      creator: group.createdBy ? place(group.createdBy) : "",
    });
  }
  return shapes.get(group);
}

const place = ({ func, line }) => `${func}:${line}`;

/** Whether a goroutine begins with a header of the runtime, wrapped or not. */
export function isHeader(text) {
  return /\bgoroutine \d+ (gp=.*)?\[/.test(text.split("\n", 1)[0]);
}

function keyed(goroutines) {
  const seen = new Map();
  for (const one of goroutines) {
    // What go-deadlock reports has ids too, and no header: it is not counted with the goroutines.
    const name = `${one.text === undefined || isHeader(one.text) ? "" : "report "}${one.id}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    one.key = times === 1 ? name : `${name} #${times}`;
  }
  return goroutines;
}

/** Calls `visit(index, {gostackparse, panicparse})` for what each function of `texts` gives, in any order. */
export async function readByPeers(texts, visit) {
  const folder = mkdtempSync(join(tmpdir(), "gowhy-differential-"));
  try {
    const binary = join(folder, "peers");
    await run("go", ["build", "-o", binary, "."], { cwd: peers });
    const lanes = Array.from({ length: processes }, () => []);
    texts.forEach((_, index) => {
      lanes[index % processes].push(index);
    });
    await Promise.all(lanes.map((indices) => readLane({ binary, folder, texts, indices, visit })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readLane({ binary, folder, texts, indices, visit }) {
  const paths = indices.map((index) => join(folder, String(index)));
  for (const [at, index] of indices.entries()) writeFileSync(paths[at], texts[index]());
  const child = spawn(binary, { stdio: ["pipe", "pipe", "inherit"] });
  const closed = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  child.stdin.end(paths.map((path) => `${path}\n`).join(""));
  let answered = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line);
    visit(indices[answered], {
      gostackparse: fromPeer(answer.gostackparse),
      panicparse: fromPeer(answer.panicparse),
    });
    answered += 1;
  }
  const code = await closed;
  if (code !== 0 || answered !== indices.length) throw new Error(`peers ended with ${code}`);
}

function fromPeer({ goroutines, stacks }) {
  return keyed(goroutines.map(({ stack, ...rest }) => ({ ...rest, calls: stacks[stack] })));
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    );
  });
}
