// The library entry: `import { analyze } from "gowhy"`.
export { analyze, analyzeDetailed } from "./analyze.ts";
export { configureAssets, init, loadWords } from "./engine.ts";
export { GowhyError } from "./errors.ts";
export { renderGithub } from "./render/github.ts";
export { renderHtml } from "./render/html.ts";
export { renderMarkdown } from "./render/markdown.ts";
export { renderSarif } from "./render/sarif.ts";
export { renderSpeedscope } from "./render/speedscope.ts";
export { renderText } from "./render/text.ts";
export type * from "./types.ts";
export { applyWords } from "./words.ts";
