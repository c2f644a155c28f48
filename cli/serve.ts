// gowhy serve: the page, for this machine only. It binds 127.0.0.1 and answers only requests that name
// it so (Host), because any web page may send requests to localhost; what fetches addresses for the
// page also asks for the page's own Origin.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, sep } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { netlifyFile, siteFolder } from "./assets.ts";
import { type HeaderRule, headersFor, parseHeaderRules } from "./netlify.ts";
import { parsed, UsageError } from "./options.ts";

const defaultPort = 8787;
const fetchMilliseconds = 60_000;
const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".gz": "application/gzip",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

export async function serve(argv: string[]): Promise<number> {
  const { values, positionals } = parsed(argv, { port: { type: "string" } });
  if (positionals.length > 0) throw new UsageError("gowhy serve takes only --port N");
  const port = portOf(values.port);
  const folder = fileURLToPath(siteFolder);
  if (!existsSync(folder))
    throw new UsageError(`the page is not built (${folder} is missing); ./gowhy serve builds it`);
  const rules = existsSync(netlifyFile) ? parseHeaderRules(readFileSync(netlifyFile, "utf8")) : [];
  const server = createServer((request, response) => answer(request, response, folder, rules));
  await listen(server, port);
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  process.stdout.write(`gowhy: http://127.0.0.1:${bound} (Ctrl+C ends it)\n`);
  return new Promise((resolve) => {
    const stop = () => {
      server.close(() => resolve(0));
      server.closeAllConnections();
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  });
}

function portOf(value: string | undefined): number {
  if (value === undefined) return defaultPort;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65535)
    throw new UsageError(`--port ${value} is not a port (0 to 65535)`);
  return port;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        reject(new UsageError(`port ${port} is in use; take another with --port N`));
      else if (error.code === "EACCES")
        reject(new UsageError(`port ${port} is not allowed; take one above 1023 with --port N`));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  rules: HeaderRule[],
): void {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cache-Control", "no-cache");
  if (!isOwnHost(request.headers.host, request.socket.localPort)) {
    plain(response, 403, "This server answers only to 127.0.0.1 and localhost.");
  } else if (path === "/api/serve") {
    response.setHeader("Content-Type", "application/json");
    response.end('{"fetch":true}\n');
  } else if (path === "/api/fetch") {
    fetchForPage(request, response).catch(() => response.destroy());
  } else if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    plain(response, 405, "Only GET and HEAD.");
  } else {
    file(request, response, folder, path);
  }
}

function isOwnHost(host: string | undefined, port: number | undefined): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function file(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  path: string,
): void {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    plain(response, 400, "This address is not well formed.");
    return;
  }
  const root = folder.endsWith(sep) ? folder : folder + sep;
  const wanted = fileURLToPath(
    new URL(
      `./${decoded.replace(/^\/+/, "").split("/").map(encodeURIComponent).join("/")}`,
      siteFolder,
    ),
  );
  const inside = wanted.startsWith(root) && !decoded.includes("\0");
  const found = inside
    ? (existing(wanted) ?? existing(`${wanted.replace(/[\\/]$/, "")}${sep}index.html`))
    : null;
  if (!found) {
    plain(response, 404, "There is no such page.");
    return;
  }
  response.setHeader("Content-Type", types[extname(found.path)] ?? "application/octet-stream");
  response.setHeader("Content-Length", found.size);
  if (request.method === "HEAD") response.end();
  else
    createReadStream(found.path)
      .on("error", () => response.destroy())
      .pipe(response);
}

function existing(path: string): { path: string; size: number } | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? { path, size: stat.size } : null;
}

/** POST {"url": "http://…"}: the body of that address, which a page may not read itself (no CORS). */
async function fetchForPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const origin = request.headers.origin;
  if (request.method !== "POST" || origin !== `http://${request.headers.host}`) {
    plain(response, 403, "Only the page of this server may ask for an address.");
    return;
  }
  let url: URL;
  try {
    url = new URL((JSON.parse(await bodyOf(request)) as { url: string }).url);
    if (url.protocol !== "http:" && url.protocol !== "https:") throw new Error();
  } catch {
    plain(response, 400, "The address must begin with http:// or https://.");
    return;
  }
  try {
    const answered = await fetch(url, { signal: AbortSignal.timeout(fetchMilliseconds) });
    response.statusCode = answered.ok ? 200 : 502;
    response.setHeader("Content-Type", "application/octet-stream");
    response.setHeader("X-Gowhy-Status", answered.status);
    if (answered.body)
      Readable.fromWeb(answered.body as never)
        .on("error", () => response.destroy())
        .pipe(response);
    else response.end();
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).message;
    plain(response, 502, `${url} cannot be fetched: ${cause}`);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 10_000) throw new Error("too long");
  }
  return text;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(`${text}\n`);
}
