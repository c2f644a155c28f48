// gowhy serve: what it answers, to whom, and how it ends.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { pair, root } from "../js/support.mjs";
import { run, start } from "./support.mjs";

const child = start(["serve", "--port", "0"]);
after(() => child.kill("SIGKILL"));
const [line] = await once(child.stdout, "data");
const port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(line)[1]);

/** fetch() sets Host itself; these tests have to lie. */
function ask(path, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

test("the page, with its type", async () => {
  const { status, headers, body } = await ask("/");
  assert.equal(status, 200);
  assert.match(headers["content-type"], /^text\/html/);
  assert.match(body.toString(), /<!doctype html>/i);
  assert.equal((await ask("/", { method: "HEAD" })).body.length, 0);
});

test("the security headers of netlify.toml", async () => {
  const { headers } = await ask("/");
  const toml = readFileSync(join(root, "netlify.toml"), "utf8");
  const policy = /Content-Security-Policy\s*=\s*(?:"""([\s\S]*?)"""|"([^"]*)")/.exec(toml);
  const words = (text) => text.replace(/\\?\s*\n\s*/g, " ").trim();
  assert.equal(headers["content-security-policy"], words(policy[1] ?? policy[2]));
  assert.equal(headers["x-content-type-options"], "nosniff");
});

test("only requests that name this machine are answered", async () => {
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
    assert.equal((await ask("/", { headers: { host } })).status, 200);
  }
  for (const host of [
    "evil.example",
    `evil.example:${port}`,
    "localhost",
    `127.0.0.1:${port + 1}`,
  ]) {
    assert.equal((await ask("/", { headers: { host } })).status, 403, host);
  }
});

test("nothing outside of the folder, nothing but GET and HEAD", async () => {
  for (const path of [
    "/../cli/gowhy.mjs",
    "/%2e%2e/words.json",
    "/..%2fwords.json",
    "//etc/passwd",
    "/%00",
    "/nothing",
  ]) {
    assert.equal((await ask(path)).status, 404, path);
  }
  assert.equal((await ask("/%zz")).status, 400);
  assert.equal((await ask("/", { method: "DELETE" })).status, 405);
});

test("an address is fetched for the page itself only", async () => {
  const other = createServer((_, response) => response.end(pair));
  await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
  const body = JSON.stringify({ url: `http://127.0.0.1:${other.address().port}/` });
  const origin = `http://127.0.0.1:${port}`;
  const good = await ask("/api/fetch", { method: "POST", headers: { origin }, body });
  assert.equal(good.status, 200);
  assert.deepEqual(good.body, pair);
  for (const headers of [{}, { origin: "https://evil.example" }, { origin: "null" }]) {
    assert.equal((await ask("/api/fetch", { method: "POST", headers, body })).status, 403);
  }
  assert.equal((await ask("/api/fetch", { method: "GET", headers: { origin } })).status, 403);
  const file = JSON.stringify({ url: "file:///etc/passwd" });
  assert.equal(
    (await ask("/api/fetch", { method: "POST", headers: { origin }, body: file })).status,
    400,
  );
  other.close();
  other.closeAllConnections();
  const refused = await ask("/api/fetch", { method: "POST", headers: { origin }, body });
  assert.equal(refused.status, 502);
});

test("a port in use: exit 2, the line names --port", async () => {
  const { code, err } = await run(["serve", "--port", String(port)]);
  assert.equal(code, 2);
  assert.match(err, /^gowhy: port \d+ is in use.*--port/);
  assert.equal((await run(["serve", "--port", "x"])).code, 2);
});

test("SIGTERM ends it, exit 0", async () => {
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  assert.equal(code, 0);
});
