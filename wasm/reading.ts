// Feeds inputs to sessions: in chunks, with a pause for the event loop at least every 50 ms, and with
// an abort that is heard at once.
import type { Session } from "./engine.ts";
import { stage } from "./engine.ts";
import { abortError, GowhyError } from "./errors.ts";
import { breathe } from "./platform.ts";
import type { Source } from "./source.ts";
import type { Progress } from "./types.ts";
import { type UnpackEvent, unpack } from "./unpack.ts";

export const defaultMaxBytes = 16 * 2 ** 30;
const sliceMilliseconds = 30;
const smallestFeed = 64 << 10;
const largestFeed = 4 << 20;

export interface ReadingOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  maxBytes?: number | undefined;
  /** Called with every decoded chunk; it must copy what it keeps. */
  onChunk?: ((bytes: Uint8Array) => void) | undefined;
}

export interface Remark {
  code: string;
  text: string;
}

export class Reading {
  private readonly options: ReadingOptions;
  private readonly totalBytes: number | null;
  private bytes = 0;
  private lastPause = performance.now();
  private feedSize = 1 << 20;
  private rejectWaiting: (error: unknown) => void = () => {};

  constructor(sources: Source[], options: ReadingOptions) {
    this.options = options;
    const known = sources.every((source) => source.size !== null);
    this.totalBytes = known ? sources.reduce((sum, source) => sum + (source.size ?? 0), 0) : null;
  }

  /**
   * Reads one source. `sessionFor` is asked for the session of every input found in it (a zip has
   * several): the same one makes them snapshots, a new one keeps them apart. Remarks become notes.
   */
  async read(
    source: Source,
    name: string,
    sessionFor: (name: string) => Session,
    remarks: readonly Remark[] = [],
  ): Promise<void> {
    this.throwIfAborted();
    const events = unpack(this.counted(source), name)[Symbol.asyncIterator]();
    const { signal } = this.options;
    const onAbort = () => this.rejectWaiting(signal && abortError(signal));
    signal?.addEventListener("abort", onAbort);
    try {
      await this.consume(events, sessionFor, [...remarks]);
    } finally {
      signal?.removeEventListener("abort", onAbort);
      // Not awaited: a stream that stalls would hold the abort up.
      events.return?.(undefined)?.catch?.(() => {});
    }
  }

  private async consume(
    events: AsyncIterator<UnpackEvent>,
    sessionFor: (name: string) => Session,
    remarks: Remark[],
  ): Promise<void> {
    let session: Session | null = null;
    let decoded = 0;
    const limit = this.options.maxBytes ?? defaultMaxBytes;
    for (;;) {
      const { done, value: event } = await this.nextOrAbort(events);
      if (done) return;
      if (event.kind === "open") {
        session = sessionFor(event.name);
        session.open(event.name);
        for (const { code, text } of remarks.splice(0)) session.note(code, text);
        decoded = 0;
        continue;
      }
      if (!session) throw new GowhyError("unreadable", "the archive could not be read");
      if (event.kind === "note") session.note(event.code, event.text);
      else if (event.kind === "close") session.finish();
      else {
        const rest = Math.max(0, limit - decoded);
        if (event.kind === "rest") decoded += await this.drain(session, event.fill, rest);
        else {
          await this.feed(session, event.bytes.subarray(0, rest));
          decoded += event.bytes.length;
        }
        if (decoded > limit) {
          session.note("size_limit", `reading stopped after ${limit} bytes`);
          session.finish();
          return;
        }
      }
    }
  }

  /** Not Promise.race() with one long promise: that would keep every chunk alive until the end. */
  private nextOrAbort(events: AsyncIterator<UnpackEvent>): Promise<IteratorResult<UnpackEvent>> {
    return new Promise((resolve, reject) => {
      this.rejectWaiting = reject;
      events.next().then(resolve, reject);
    });
  }

  private async feed(session: Session, bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + this.feedSize);
      at += stage(session, part);
      await this.step(session, part);
    }
  }

  /** Reads to the end, or to the first byte beyond `limit`: that one is counted and not fed. */
  private async drain(
    session: Session,
    fill: NonNullable<Source["fill"]>,
    limit: number,
  ): Promise<number> {
    for (let at = 0; ; ) {
      if (at >= limit) return at + fill(new Uint8Array(1), at);
      const buffer = session.buffer(Math.min(this.feedSize, limit - at));
      const size = fill(buffer, at);
      if (size === 0) return at;
      at += size;
      await this.step(session, buffer.subarray(0, size));
    }
  }

  /** Analyses a part that is in the session's buffer already. */
  private async step(session: Session, part: Uint8Array): Promise<void> {
    // Before it is fed, which may move the buffer.
    this.options.onChunk?.(part);
    const started = performance.now();
    session.feed(part.length);
    const now = performance.now();
    // Text that is hard to read is fed in smaller parts, so that no part takes too long.
    if (now - started > sliceMilliseconds / 2)
      this.feedSize = Math.max(this.feedSize / 2, smallestFeed);
    else if (now - started < 2) this.feedSize = Math.min(this.feedSize * 2, largestFeed);
    if (now - this.lastPause > sliceMilliseconds) await this.pause(session);
  }

  private async pause(session: Session): Promise<void> {
    this.report(session);
    await breathe();
    this.lastPause = performance.now();
    this.throwIfAborted();
  }

  /** Tells the progress now; also called once at the end, so that it ends at the whole. */
  report(session: Session): void {
    const goroutines = session.goroutines();
    this.options.onProgress?.({ bytes: this.bytes, totalBytes: this.totalBytes, goroutines });
  }

  /** Counts the furthest byte that was read; a second pass over the same bytes adds nothing. */
  private counted(source: Source): Source {
    const before = this.bytes;
    let furthest = 0;
    const reached = (end: number) => {
      furthest = Math.max(furthest, Math.min(end, source.size ?? end));
      this.bytes = before + furthest;
    };
    async function* slices() {
      let at = 0;
      for await (const slice of source.slices()) {
        at += slice.length;
        reached(at);
        yield slice;
      }
    }
    const { read, fill } = source;
    const filled =
      fill &&
      ((buffer: Uint8Array, at: number) => {
        const size = fill(buffer, at);
        reached(at + size);
        return size;
      });
    const filling = filled ? { fill: filled } : {};
    if (!read) return { ...source, ...filling, slices };
    const countedRead = (start: number, end: number) => {
      // A jump is a look at a zip's directory, not progress.
      if (start <= furthest + largestFeed) reached(end);
      return read(start, end);
    };
    return { ...source, ...filling, slices, read: countedRead };
  }

  private throwIfAborted(): void {
    const { signal } = this.options;
    if (signal?.aborted) throw abortError(signal);
  }
}
