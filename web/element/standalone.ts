// gowhy-element.js: everything in one file, for a page that has one script tag and a strict policy. The
// wasm and the words are inside, so that a host needs no connect-src for them; in a worker the same file
// is the worker, so that no second one has to be served.

import { embeddedWasm, embeddedWords } from "virtual:gowhy-embedded";
import { Client } from "../../wasm/client.ts";
import { configureAssets } from "../../wasm/engine.ts";

configureAssets({
  wasm: () => unpacked(embeddedWasm),
  words: () => unpacked(embeddedWords),
});

if (typeof document === "undefined") {
  void import("../../wasm/worker.ts");
} else {
  void import("./define.ts").then(({ defineGoWhy }) => {
    defineGoWhy(new Client({ createWorker }));
  });
}

/** Throws where the policy forbids it; the client then works on the page's own thread. */
function createWorker(): Worker {
  const self = import.meta.url;
  if (new URL(self).origin === location.origin) return new Worker(self, { type: "module" });
  // A worker of another origin is never allowed, one that imports from there is. Dynamically, because
  // Chromium holds a static import of a worker against worker-src, which says only blob:, and not
  // against script-src. A failure must become an error of the worker, or nobody hears of it.
  const code = `import(${JSON.stringify(self)}).catch((error) => setTimeout(() => { throw error; }));`;
  const source = new Blob([code], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(source), { type: "module" });
}

/** Base64 of gzip, as the build wrote it. */
async function unpacked(base64: string): Promise<Uint8Array> {
  const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
