// `import "gowhy/element"`: registers <go-why>. The worker, the wasm and the words lie beside the built
// file, where bundlers find them by their `new URL(…, import.meta.url)`.
import { Client } from "../wasm/client.ts";
import { defineGoWhy } from "./element/define.ts";

export { type ErrorDetail, GoWhy, type ReportDetail } from "./element/go-why.ts";

defineGoWhy(
  new Client({
    createWorker: () =>
      new Worker(new URL("../dist/element-worker.mjs", import.meta.url), { type: "module" }),
  }),
);
