// The page's analyses: the shared worker, and the words of the causes, which come after the verdict.
import { Client } from "../../wasm/client.ts";
import { loadWords } from "../../wasm/engine.ts";
import type { CauseWords, DetailedOptions, Input, Report } from "../../wasm/types.ts";
import { applyWords } from "../../wasm/words.ts";

const client = new Client({
  createWorker: () =>
    new Worker(new URL("../../wasm/worker.ts", import.meta.url), { type: "module" }),
});

/** The report without the long texts of the causes: those are not waited for. */
export async function analyzeForPage(input: Input, options: DetailedOptions): Promise<Report> {
  const { report } = await client.analyze(input, { ...options, words: false });
  return report;
}

/** What is wrong with these rule packs, "" if nothing. The last one is the one that is new. */
export async function checkRules(rules: string[]): Promise<string> {
  try {
    await client.analyze("", { words: false, rules });
    return "";
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^rules\[\d+\], /, "");
  }
}

let words: Promise<Record<string, CauseWords>> | null = null;

/** The report with the long texts. */
export async function withWords(report: Report): Promise<Report> {
  words ??= loadWords()
    .then((bytes) => JSON.parse(new TextDecoder().decode(bytes)))
    .catch((error: unknown) => {
      words = null;
      throw error;
    });
  return applyWords(report, await words);
}

// The header of a gzip file without the rest: reading it loads the second decompressor as well.
const cutGzip = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);

/** Loads all that any analysis needs, so that the first is quick and works when the network is gone. */
export async function warmUp(): Promise<void> {
  await Promise.allSettled([client.analyze(cutGzip, { words: false }), loadWords()]);
}
