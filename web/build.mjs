// Builds the page and the elements, and tells the sizes: needs dist/wasm and dist/words.json.
//   node web/build.mjs            dist/site, dist/element.mjs, dist/element-worker.mjs
//   node web/build.mjs --sizes    only the table
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { build } from "vite";

const root = fileURLToPath(new URL("../", import.meta.url));

if (!process.argv.includes("--sizes")) {
  for (const needed of ["dist/wasm/gowhy.mjs", "dist/wasm/gowhy.wasm", "dist/words.json"]) {
    if (existsSync(join(root, needed))) continue;
    console.error(`${needed} is missing; scripts/build-wasm makes it`);
    process.exit(1);
  }
  await build({ configFile: join(root, "web/vite.config.ts") });
  await build({ configFile: join(root, "web/vite.element.config.ts") });
  await library();
}
sizes();

/** "./element" of the npm package: plain modules; bundlers follow their addresses to wasm and words. */
async function library() {
  const bundle = await rolldown({
    cwd: root,
    input: { element: "web/element.ts", "element-worker": "wasm/worker.ts" },
    platform: "browser",
    plugins: [
      {
        name: "wasm-glue",
        resolveId: (id) =>
          id.endsWith("/gowhy.mjs") ? { id: "./wasm/gowhy.mjs", external: "relative" } : null,
      },
    ],
  });
  await bundle.write({
    dir: join(root, "dist"),
    entryFileNames: "[name].mjs",
    chunkFileNames: "element-[name].mjs",
    minify: true,
  });
  await bundle.close();
}

function sizes() {
  const parts = [
    ...files("dist/site").filter((path) => !/examples\//.test(path)),
    "dist/element.mjs",
    "dist/element-worker.mjs",
    ...files("dist").filter((path) => /\/element-(?!worker\.)[^/]*\.mjs$/.test(path)),
  ];
  for (const path of parts) {
    const bytes = readFileSync(join(root, path));
    const packed = gzipSync(bytes, { level: 9 }).length;
    console.log(`${String(packed).padStart(9)} gzip ${String(bytes.length).padStart(9)}  ${path}`);
  }
}

function files(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (folder === "dist" && entry.isDirectory()) return [];
    return entry.isDirectory() ? files(path) : [path];
  });
}
