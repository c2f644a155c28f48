// Which lines of a stack say something. Pure, so that every view marks the same line.
import type { Frame, Group, Place } from "../../wasm/types.ts";

export interface StackLine {
  kind: "frame";
  frame: Frame;
  decisive: boolean;
}

export interface StackFold {
  kind: "fold";
  frames: Frame[];
  /** Packages of the folded frames, each once, innermost first. */
  packages: string[];
}

/**
 * Index of the frame a reader should look at: the site of the finding where this stack has it, else the
 * innermost frame of the program's own code, else the function the goroutine was started with, which
 * says what a goroutine of a library is for. -1 for an empty stack.
 */
export function decisiveFrame(frames: readonly Frame[], site: Place | null): number {
  const at = site
    ? frames.findIndex((frame) => frame.func === site.func && frame.line === site.line)
    : -1;
  if (at >= 0) return at;
  const own = frames.findIndex((frame) => frame.origin === "main");
  if (own >= 0) return own;
  for (let index = frames.length - 1; index >= 0; index -= 1) {
    const frame = frames[index];
    if (frame && frame.origin !== "runtime") return index;
  }
  return firstCall(frames);
}

/** Where the goroutine began; runtime.goexit below it is in every stack and says nothing. */
function firstCall(frames: readonly Frame[]): number {
  const last = frames.length - 1;
  return frames[last]?.func === "runtime.goexit" ? last - 1 : last;
}

/**
 * A stack in a few lines: what it waits in, the program's own frames, the decisive one with the call it
 * makes, and where it began; runs of others are folded when that saves at least two lines.
 */
export function foldStack(frames: readonly Frame[], decisive: number): (StackLine | StackFold)[] {
  const waiting = waitingFrame(frames);
  const began = firstCall(frames);
  const kept = frames.map((frame, index) => {
    if (index === decisive || index === decisive - 1) return true;
    return index === waiting || index === began || frame.origin === "main";
  });
  const lines: (StackLine | StackFold)[] = [];
  for (let at = 0; at < frames.length; ) {
    let end = at;
    while (end < frames.length && !kept[end]) end += 1;
    const hidden = frames.slice(at, end);
    const idle = hidden.every((frame) => frame.origin === "runtime");
    if (hidden.length > 1 || (hidden.length === 1 && idle)) lines.push(fold(hidden));
    else hidden.forEach((frame) => void lines.push({ kind: "frame", frame, decisive: false }));
    const frame = frames[end];
    if (frame) lines.push({ kind: "frame", frame, decisive: end === decisive });
    at = end + 1;
  }
  return lines;
}

/** The innermost frame that is not the runtime's own machinery: what the goroutine waits in. */
function waitingFrame(frames: readonly Frame[]): number {
  const found = frames.findIndex((frame) => frame.origin !== "runtime");
  return Math.max(found, 0);
}

function fold(frames: Frame[]): StackFold {
  return { kind: "fold", frames, packages: [...new Set(frames.map((frame) => frame.package))] };
}

/** The groups of a finding whose stacks tell it: different ones, at most `most`. */
export function tellingGroups(
  groups: readonly Group[],
  ids: readonly number[],
  most: number,
): Group[] {
  const told = new Set<string>();
  const found: Group[] = [];
  for (const id of ids) {
    const group = groups[id];
    if (!group || found.length === most) continue;
    const key = group.frames.map((frame) => `${frame.func}:${frame.line}`).join();
    if (told.has(key)) continue;
    told.add(key);
    found.push(group);
  }
  return found;
}
