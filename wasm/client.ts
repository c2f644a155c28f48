// Runs analyses in a worker, shared by all callers, or on this thread where a worker is not allowed
// (the host's CSP without worker-src): then in slices of at most 50 ms. Same results, same errors.
import { analyzeDetailed } from "./analyze.ts";
import { abortError, GowhyError } from "./errors.ts";
import { checkOptions } from "./options.ts";
import type { Data, DetailedOptions, DetailedResult, Group, Input, NamedData } from "./types.ts";
import type { Request, Response } from "./worker.ts";

export interface ClientOptions {
  /** Makes the worker; undefined or a throw means this thread. In a bundle of Vite:
   *  `() => new Worker(new URL("../wasm/worker.ts", import.meta.url), { type: "module" })` */
  createWorker?: () => Worker;
  /** Passed to the worker, whose own import.meta.url may not lead to them (a blob worker). */
  wasm?: string;
  words?: string;
}

interface Pending {
  resolve(result: DetailedResult): void;
  reject(error: GowhyError): void;
  onProgress: DetailedOptions["onProgress"];
  /** Groups that came ahead of their report. */
  groups: Group[];
}

// A blocked worker fires `error` in every browser we know; the limit is for the one we do not.
const readyMilliseconds = 10_000;

export class Client {
  private readonly options: ClientOptions;
  private readonly pending = new Map<number, Pending>();
  private worker: Promise<Worker | null> | null = null;
  private lastId = 0;

  constructor(options: ClientOptions = {}) {
    this.options = options;
  }

  /** As analyzeDetailed() of the API. */
  async analyze(input: Input, options: DetailedOptions = {}): Promise<DetailedResult> {
    checkOptions(options);
    const { signal, onProgress, ...plain } = options;
    if (signal?.aborted) throw abortError(signal);
    this.worker ??= this.start();
    const worker = await this.worker;
    if (!worker) return analyzeDetailed(input, options);
    const id = ++this.lastId;
    const sent = await sendable(input);
    return new Promise<DetailedResult>((resolve, reject) => {
      const onAbort = () => {
        this.pending.delete(id);
        done();
        post(worker, { type: "abort", id });
        reject(abortError(signal as AbortSignal));
      };
      const done = () => signal?.removeEventListener("abort", onAbort);
      this.pending.set(id, {
        resolve: (result) => {
          done();
          resolve(result);
        },
        reject: (error) => {
          done();
          reject(error);
        },
        onProgress,
        groups: [],
      });
      if (signal?.aborted) {
        onAbort();
        return;
      }
      signal?.addEventListener("abort", onAbort);
      post(worker, { type: "analyze", id, input: sent, options: plain });
    });
  }

  /** Ends the worker; a later analyze() starts a new one. Running analyses reject. */
  async close(): Promise<void> {
    const worker = await this.worker;
    this.worker = null;
    worker?.terminate();
    this.fail("aborted", "the client was closed");
  }

  private start(): Promise<Worker | null> {
    let worker: Worker;
    try {
      if (!this.options.createWorker) return Promise.resolve(null);
      worker = this.options.createWorker();
    } catch {
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      const giveUp = () => {
        worker.terminate();
        resolve(null);
      };
      const timer = setTimeout(giveUp, readyMilliseconds);
      worker.onerror = () => {
        clearTimeout(timer);
        giveUp();
      };
      worker.onmessage = ({ data }: MessageEvent<Response>) => {
        if (data.type !== "ready") return;
        clearTimeout(timer);
        const { wasm, words } = this.options;
        if (wasm !== undefined || words !== undefined) {
          post(worker, {
            type: "configure",
            ...(wasm ? { wasm } : {}),
            ...(words ? { words } : {}),
          });
        }
        worker.onmessage = (event: MessageEvent<Response>) => this.receive(event.data);
        worker.onerror = () => this.crashed();
        resolve(worker);
      };
    });
  }

  private receive(message: Response): void {
    if (message.type === "ready") return;
    const request = this.pending.get(message.id);
    if (!request) return;
    if (message.type === "progress") {
      request.onProgress?.(message.progress);
      return;
    }
    if (message.type === "groups") {
      request.groups.push(...message.groups);
      return;
    }
    this.pending.delete(message.id);
    if (message.type === "result") request.resolve(whole(message.result, request.groups));
    else request.reject(new GowhyError(message.code, message.message));
  }

  /** Out of memory ends a worker without an answer: all that wait are told, the next call starts anew. */
  private crashed(): void {
    this.worker = null;
    this.fail(
      "init",
      "the worker ended unexpectedly; the dump may be too large for this browser's memory",
    );
  }

  private fail(code: GowhyError["code"], message: string): void {
    for (const request of this.pending.values()) request.reject(new GowhyError(code, message));
    this.pending.clear();
  }
}

function whole(result: DetailedResult, ahead: Group[]): DetailedResult {
  if (ahead.length === 0) return result;
  const { report } = result;
  return { ...result, report: { ...report, groups: [...ahead, ...report.groups] } };
}

function post(worker: Worker, request: Request): void {
  worker.postMessage(request);
}

/** Streams cannot be cloned, and not every browser can transfer them: they become a Blob. */
async function sendable(input: Input): Promise<Input> {
  if (!Array.isArray(input)) return sendableData(input);
  return Promise.all(
    input.map(async ({ name, data }: NamedData) => ({ name, data: await sendableData(data) })),
  );
}

async function sendableData(data: Data): Promise<Data> {
  if (!(data instanceof ReadableStream)) return data;
  try {
    return await new globalThis.Response(data).blob();
  } catch (error) {
    throw new GowhyError("unreadable", `the input could not be read: ${String(error)}`, error);
  }
}
