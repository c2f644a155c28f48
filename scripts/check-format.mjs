// Is all C++ formatted as .clang-format says?
//
//   node scripts/check-format.mjs          names the files that are not
//   node scripts/check-format.mjs --fix    formats them
import { spawnSync } from "node:child_process";
import { scriptArguments } from "./lib/arguments.mjs";
import { root } from "./lib/causes.mjs";
import { cppFiles } from "./lib/cpp.mjs";

const { values } = scriptArguments(import.meta.url, { fix: { type: "boolean" } });
const files = cppFiles();
if (values.fix) {
  spawnSync("clang-format", ["-i", ...files], { cwd: root, stdio: "inherit" });
}
let failed = 0;
for (const file of files) {
  const { status } = spawnSync("clang-format", ["--dry-run", "--Werror", file], { cwd: root });
  if (status === 0) continue;
  failed += 1;
  console.log(`not ok: ${file} is not formatted`);
}
console.log(`${files.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
