// The library entry: `import { analyze } from "gowhy"`.
export { analyze, analyzeDetailed } from "./analyze.ts";
export { configureAssets, init, loadWords } from "./engine.ts";
export { GowhyError } from "./errors.ts";
export { renderMarkdown } from "./render/markdown.ts";
export { renderText } from "./render/text.ts";
export { applyWords } from "./words.ts";
export type * from "./types.ts";
