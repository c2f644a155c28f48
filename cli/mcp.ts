// gowhy mcp: the analysis as tools of the Model Context Protocol, over stdio: one JSON-RPC 2.0 message
// a line. It reads the files that it is asked for and nothing else, and never fetches an address.
import { createInterface } from "node:readline";
import { analyze } from "../wasm/analyze.ts";
import { init } from "../wasm/engine.ts";
import { GowhyError } from "../wasm/errors.ts";
import { renderText } from "../wasm/render/text.ts";
import type { AnalyzeOptions, Report } from "../wasm/types.ts";
import { catalogue, explanation } from "./causes.ts";
import { openFile } from "./inputs.ts";
import { parsed, UsageError } from "./options.ts";

const protocolVersions = ["2025-06-18", "2025-03-26", "2024-11-05"];

interface Message {
  id?: number | string | null;
  method?: string;
  params?: Params;
}

/** Everything that comes from the other side is unknown until it is looked at. */
interface Params {
  protocolVersion?: unknown;
  name?: unknown;
  arguments?: Arguments;
}

interface Arguments {
  paths?: unknown;
  text?: unknown;
  format?: unknown;
  filter?: unknown;
  redact?: unknown;
  cause?: unknown;
}

class RpcError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const inputProperties = {
  paths: {
    type: "array",
    items: { type: "string" },
    description:
      "Files with dumps; several are snapshots of one process, oldest first. gzip and zip are fine.",
  },
  text: { type: "string", description: "The dump itself, instead of paths." },
  format: { type: "string", enum: ["text", "json"], description: "text (default) is for reading." },
  filter: { type: "string", description: "Only matching goroutines, e.g. state:chan* age:>5m." },
  redact: { type: "boolean", description: "Replace names of the user's own code by pseudonyms." },
};

const tools = [
  {
    name: "analyze_goroutine_dump",
    description:
      "Reads a Go goroutine dump (pprof, SIGQUIT, panic, test time-out, race) and names the cause of a leak, hang or crash, with evidence for and against.",
    inputSchema: { type: "object", properties: inputProperties },
  },
  {
    name: "explain_cause",
    description: "What a cause is, when it is normal, how to confirm and to fix it.",
    inputSchema: {
      type: "object",
      properties: { cause: { type: "string", description: "The id, as in a finding." } },
      required: ["cause"],
    },
  },
  {
    name: "list_causes",
    description: "All causes that are known, one a line.",
    inputSchema: { type: "object", properties: {} },
  },
];

export async function mcp(argv: string[]): Promise<number> {
  if (parsed(argv, {}).positionals.length > 0) throw new UsageError("gowhy mcp takes no words");
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const response = await answered(line);
    if (response) process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...response })}\n`);
  }
  return 0;
}

async function answered(line: string): Promise<object | null> {
  let message: Message;
  try {
    message = JSON.parse(line) as Message;
  } catch {
    return { id: null, error: { code: -32700, message: "not JSON" } };
  }
  if (typeof message !== "object" || message === null || typeof message.method !== "string") {
    return { id: null, error: { code: -32600, message: "not a request" } };
  }
  if (message.id === undefined) return null; // a notification
  try {
    return { id: message.id, result: await result(message.method, message.params ?? {}) };
  } catch (error) {
    const code = error instanceof RpcError ? error.code : -32603;
    return { id: message.id, error: { code, message: (error as Error).message } };
  }
}

async function result(method: string, params: Params): Promise<object> {
  if (method === "initialize") {
    const asked = String(params.protocolVersion);
    return {
      protocolVersion: protocolVersions.includes(asked) ? asked : protocolVersions[0],
      capabilities: { tools: {} },
      serverInfo: { name: "gowhy", version: (await init()).version() },
    };
  }
  if (method === "ping") return {};
  if (method === "tools/list") return { tools };
  if (method === "tools/call") return call(params);
  throw new RpcError(-32601, `there is no method ${method}`);
}

/** What goes wrong inside a tool is an answer for the model, not an error of the protocol. */
async function call(params: Params): Promise<object> {
  const given = params.arguments ?? {};
  const name = params.name;
  if (!tools.some((tool) => tool.name === name))
    throw new RpcError(-32602, `there is no tool ${name}`);
  try {
    return { content: [{ type: "text", text: await toolText(String(name), given) }] };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof GowhyError)) throw error;
    return { content: [{ type: "text", text: error.message }], isError: true };
  }
}

async function toolText(name: string, given: Arguments): Promise<string> {
  if (name === "list_causes") return catalogue();
  if (name === "explain_cause")
    return explanation(String(given.cause ?? ""), { width: 80, color: false });
  const report = await analysed(given);
  return given.format === "json" ? `${JSON.stringify(report)}\n` : renderText(report);
}

async function analysed(given: Arguments): Promise<Report> {
  const options: AnalyzeOptions = {
    ...(typeof given.filter === "string" ? { filter: given.filter } : {}),
    redact: given.redact === true,
  };
  const { text, paths } = given;
  if (typeof text === "string") return analyze(text, options);
  if (!Array.isArray(paths) || paths.length === 0) throw new UsageError("give paths or text");
  const inputs = paths.map((path) => openFile(String(path)));
  try {
    // Sources are accepted as streams; a zip needs the random access that they have.
    return await analyze(
      inputs.map(({ name, source }) => ({ name, data: source as never })),
      options,
    );
  } finally {
    for (const input of inputs) input.close();
  }
}
