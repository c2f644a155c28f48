// Dumps from a running program: any http(s) address, or host:port for its net/http/pprof.
import { bytesSource, type Source, streamSource } from "../wasm/source.ts";
import type { OpenInput } from "./inputs.ts";
import { type CliOptions, UsageError } from "./options.ts";

// debug=2 stops the world while it prints every goroutine; above this it is asked for by hand only.
const mostForDebug2 = 20_000;
const largestProfile = 256 << 20;

interface Answer {
  url: string;
  body: () => AsyncIterable<Uint8Array>;
}

export async function openUrl(argument: string, options: CliOptions): Promise<OpenInput> {
  if (/^https?:\/\//i.test(argument)) {
    const answer = await get(checkedUrl(argument), options);
    return input(argument, streamSource(answer.body), answer.url);
  }
  return openPprof(argument, options);
}

async function openPprof(host: string, options: CliOptions): Promise<OpenInput> {
  const base = `http://${host}/debug/pprof/goroutine?debug=`;
  if (options.debug === "2") {
    const answer = await get(checkedUrl(`${base}2`), options);
    return input(host, streamSource(answer.body), answer.url);
  }
  const profile = await whole((await get(checkedUrl(`${base}1`), options)).body());
  const head = new TextDecoder().decode(profile.subarray(0, 200));
  const total = Number(/^goroutine profile: total (\d+)/.exec(head)?.[1] ?? Number.NaN);
  if (total <= mostForDebug2 && options.debug === null) {
    const answer = await get(checkedUrl(`${base}2`), options);
    return input(host, streamSource(answer.body), answer.url);
  }
  const result = input(host, bytesSource(profile), `${base}1`);
  if (total > mostForDebug2 && options.debug === null) {
    const text = `${total} goroutines: read with debug=1, because debug=2 stops the program while it prints them; \`--debug 2\` asks for it`;
    result.remarks.push({ code: "debug1_only", text });
  }
  return result;
}

function input(name: string, source: Source, url: string): OpenInput {
  const origin = new URL(url).origin;
  const path = `${origin}/debug/pprof/goroutine?debug=2`;
  const noDumpHint = `${name} answers with something that is not a goroutine dump; net/http/pprof has it at ${path}`;
  return { name, source, remarks: [], noDumpHint, close: () => {} };
}

function checkedUrl(text: string): string {
  if (!URL.canParse(text)) throw new UsageError(`${text} is not a valid address`);
  return text;
}

/** Fails when nothing comes for the time-out, however long the whole takes. */
async function get(url: string, options: CliOptions): Promise<Answer> {
  const control = new AbortController();
  const silence = () => setTimeout(() => control.abort(), options.timeoutSeconds * 1000);
  let timer = silence();
  let response: Response;
  try {
    response = await fetch(url, {
      signal: control.signal,
      headers: { accept: "*/*", "user-agent": "gowhy" },
    });
  } catch (error) {
    throw new UsageError(failure(url, error, control, options));
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new UsageError(
      `${url} answers HTTP ${response.status} ${response.statusText}`.trimEnd() +
        hintFor(response.status),
    );
  }
  async function* body() {
    timer = silence();
    try {
      for await (const chunk of response.body ?? []) {
        clearTimeout(timer);
        yield chunk as Uint8Array;
        timer = silence();
      }
    } catch (error) {
      throw new UsageError(failure(url, error, control, options));
    } finally {
      clearTimeout(timer);
    }
  }
  return { url: response.url || url, body };
}

function hintFor(status: number): string {
  if (status === 404) return "; is net/http/pprof imported, and on this port?";
  if (status === 401 || status === 403) return "; fetch it with curl and give the file";
  return "";
}

function failure(
  url: string,
  error: unknown,
  control: AbortController,
  options: CliOptions,
): string {
  if (control.signal.aborted) {
    return `${url} was silent for ${options.timeoutSeconds} s; --timeout SECONDS waits longer`;
  }
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  if (cause?.code === "ECONNREFUSED")
    return `${url} refuses the connection; is the program running, and on this port?`;
  if (cause?.code === "ENOTFOUND") return `${url}: there is no host of that name`;
  return `${url} cannot be fetched: ${cause?.message || cause?.code || (error as Error).message}`;
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size > largestProfile)
      throw new UsageError(
        "the profile is larger than 256 MiB; fetch it with curl and give the file",
      );
  }
  return Buffer.concat(parts);
}
