// The page: dist/site with hashed assets, and the example dumps.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { examples } from "./examples.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root: here,
  base: "./",
  logLevel: "warn",
  build: {
    outDir: "../dist/site",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // the policy allows no data: addresses
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: "es" },
  plugins: [exampleDumps()],
});

/** Copies the dumps of web/examples.ts into examples/. */
function exampleDumps(): Plugin {
  return {
    name: "gowhy-examples",
    apply: "build",
    generateBundle() {
      for (const { file } of examples) {
        const source = readFileSync(new URL(`../tests/dumps/${file}`, import.meta.url));
        const fileName = `examples/${file.split("/").at(-1)}`;
        this.emitFile({ type: "asset", fileName, source });
      }
    },
  };
}
