// gowhy-element.js: the element as one file, with the wasm and the words inside.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const virtual = "virtual:gowhy-embedded";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  logLevel: "warn",
  publicDir: false,
  build: {
    outDir: "../dist/site",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY, // one file is the purpose; web/build.mjs tells its size
    rolldownOptions: {
      input: fileURLToPath(new URL("element/standalone.ts", import.meta.url)),
      output: { entryFileNames: "gowhy-element.js", codeSplitting: false },
    },
  },
  plugins: [embedded()],
});

function embedded(): Plugin {
  const packed = (path: string) => {
    const bytes = readFileSync(new URL(`../dist/${path}`, import.meta.url));
    return JSON.stringify(gzipSync(bytes, { level: 9 }).toString("base64"));
  };
  return {
    name: "gowhy-embedded",
    enforce: "pre",
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    load: (id) =>
      id === `\0${virtual}`
        ? `export const embeddedWasm = ${packed("wasm/gowhy.wasm")};
           export const embeddedWords = ${packed("words.json")};`
        : null,
    transform(code, id) {
      // What the file has inside needs no address: without this it would be copied once more.
      if (!/\/wasm\/engine\.ts$|\/dist\/wasm\/gowhy\.mjs$/.test(id)) return null;
      return code.replace(
        /new URL\("[^"]*gowhy\.wasm"|new URL\("[^"]*words\.json"/g,
        'new URL("."',
      );
    },
  };
}
