// The other side of client.ts: runs analyses in a worker. One worker serves every element of a page;
// requests are told apart by id, and several run side by side.
import { analyzeDetailed } from "./analyze.ts";
import { configureAssets } from "./engine.ts";
import { GowhyError } from "./errors.ts";
import type { DetailedOptions, DetailedResult, Group, Input, Progress } from "./types.ts";

export type Request =
  | { type: "configure"; wasm?: string; words?: string }
  | {
      type: "analyze";
      id: number;
      input: Input;
      options: Omit<DetailedOptions, "signal" | "onProgress">;
    }
  | { type: "abort"; id: number };

export type Response =
  | { type: "ready" }
  | { type: "progress"; id: number; progress: Progress }
  | { type: "groups"; id: number; groups: Group[] }
  | { type: "result"; id: number; result: DetailedResult }
  | { type: "error"; id: number; code: GowhyError["code"]; message: string };

const scope = self as unknown as {
  postMessage(message: Response, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};
// The other thread takes a message in one go: 58,000 groups at once would block it for a second.
const groupsPerMessage = 500;
const running = new Map<number, AbortController>();

scope.onmessage = ({ data }) => {
  if (data.type === "configure") configureAssets(data);
  else if (data.type === "abort") running.get(data.id)?.abort();
  else void run(data.id, data.input, data.options);
};
scope.postMessage({ type: "ready" });

async function run(id: number, input: Input, options: DetailedOptions): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const onProgress = (progress: Progress) =>
      scope.postMessage({ type: "progress", id, progress });
    const result = await analyzeDetailed(input, {
      ...options,
      signal: controller.signal,
      onProgress,
    });
    send(id, result);
  } catch (error) {
    const code = error instanceof GowhyError ? error.code : "init";
    const message = error instanceof Error ? error.message : String(error);
    scope.postMessage({ type: "error", id, code, message });
  } finally {
    running.delete(id);
  }
}

/** All groups but the last few go ahead, in messages of their own. */
function send(id: number, result: DetailedResult): void {
  const { groups } = result.report;
  let sent = 0;
  for (; groups.length - sent > groupsPerMessage; sent += groupsPerMessage) {
    scope.postMessage({ type: "groups", id, groups: groups.slice(sent, sent + groupsPerMessage) });
  }
  const report = { ...result.report, groups: groups.slice(sent) };
  const buffers = Object.values(result.columns).map((column) => column.buffer as ArrayBuffer);
  scope.postMessage({ type: "result", id, result: { ...result, report } }, buffers);
}
