// Bundles the library (dist/index.mjs) and the command (dist/cli/gowhy.mjs) from TypeScript.
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./lib/causes.mjs";

await bundle({ index: "wasm/index.ts" }, "dist", { platform: "neutral", glue: "./wasm/gowhy.mjs" });
rmSync(join(root, "dist/cli"), { recursive: true, force: true });
await bundle({ gowhy: "cli/main.ts" }, "dist/cli", {
  platform: "node",
  glue: "../wasm/gowhy.mjs",
  banner: "#!/usr/bin/env node",
});
chmodSync(join(root, "dist/cli/gowhy.mjs"), 0o755);

/** `glue` is where the output finds Emscripten's module, which stays a file of its own. */
async function bundle(input, folder, { platform, glue, banner = "" }) {
  const build = await rolldown({
    cwd: root,
    input,
    platform,
    onLog: (level, log, report) => {
      // What the command loads late in one place and early in another is one chunk: as meant.
      if (log.code !== "INEFFECTIVE_DYNAMIC_IMPORT")
        report(level === "warn" ? "error" : level, log);
    },
    plugins: [
      {
        name: "wasm-glue",
        resolveId: (id) => (id.endsWith("/gowhy.mjs") ? { id: glue, external: "relative" } : null),
      },
    ],
  });
  await build.write({
    dir: join(root, folder),
    entryFileNames: "[name].mjs",
    chunkFileNames: folder === "dist" ? "lib/[name].mjs" : "[name].mjs",
    banner: ({ isEntry }) => (isEntry ? banner : ""),
  });
  await build.close();
}
