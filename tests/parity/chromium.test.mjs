// The library in Chromium gives the same bytes as in Node, for every dump.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { basename, extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { captures, core, root } from "../js/support.mjs";

const types = {
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
};
const all = captures();
let server;
let browser;

before(async () => {
  server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
});

function answer(request, response) {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  const dump = /^\/dump\/(\d+)$/.exec(path);
  const file = join(root, path);
  if (path === "/") {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>parity</title>");
  } else if (dump) {
    response.end(all[Number(dump[1])].bytes());
  } else if (path.startsWith("/dist/") && existsSync(file)) {
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  } else {
    response.statusCode = 404;
    response.end();
  }
}

test("every dump gives the same bytes in Chromium and in Node", async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const found = await page.evaluate(
    analyseAll,
    all.map(({ path }) => path.split("/").at(-1)),
  );
  const { reportText } = await core();
  const different = all.filter((capture, index) => {
    const text = reportText(capture.bytes(), { name: basename(capture.path), withWords: true });
    return createHash("sha256").update(text).digest("hex") !== found[index];
  });
  assert.deepEqual(
    different.map(({ id }) => id),
    [],
  );
  assert.ok(found.length > 0);
});

/** Runs in the page: the digest of each report. */
async function analyseAll(names) {
  const { analyzeDetailed } = await import("/dist/index.mjs");
  const digests = [];
  for (const [index, name] of names.entries()) {
    const bytes = new Uint8Array(await (await fetch(`/dump/${index}`)).arrayBuffer());
    const { reportText } = await analyzeDetailed(bytes, { name });
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(reportText));
    digests.push(
      Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join(""),
    );
  }
  return digests;
}
