// Addresses: pprof of a running program, and everything else that may answer there.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { pair } from "../js/support.mjs";
import { run } from "./support.mjs";

const asked = [];
let total = 2;
const profile = () =>
  `goroutine profile: total ${total}\n${total} @ 0x1 0x2\n#\t0x1\tmain.main+0x1\t/a/main.go:3\n\n`;
const answers = {
  "/debug/pprof/goroutine?debug=2": (response) => response.end(pair),
  "/debug/pprof/goroutine?debug=1": (response) => response.end(profile()),
  "/html": (response) => response.setHeader("content-type", "text/html").end("<h1>Shop</h1>"),
  "/moved": (response) =>
    response.writeHead(302, { location: "/debug/pprof/goroutine?debug=2" }).end(),
  "/silent": () => {},
  "/stalls": (response) => response.write("goroutine 1 [running]:\n"),
  "/broken": (response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write("goroutine 1");
    response.destroy();
  },
};
const server = createServer((request, response) => {
  asked.push(request.url);
  const answer = answers[request.url];
  if (answer) answer(response);
  else response.writeHead(404).end("no");
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const host = `127.0.0.1:${server.address().port}`;
after(() => {
  server.closeAllConnections();
  server.close();
});

test("an http address is fetched and named as given", async () => {
  const url = `http://${host}/debug/pprof/goroutine?debug=2`;
  const { code, out } = await run(["--format", "json", url]);
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).inputs[0].name, url);
  assert.equal((await run([`http://${host}/moved`])).code, 0);
});

test("host:port of a small process asks debug=1 first, then debug=2", async () => {
  asked.length = 0;
  const { code, out } = await run(["--format", "json", host]);
  assert.equal(code, 0);
  assert.deepEqual(asked, ["/debug/pprof/goroutine?debug=1", "/debug/pprof/goroutine?debug=2"]);
  assert.equal(JSON.parse(out).inputs[0].format, "traceback");
});

test("host:port of a large process stays with debug=1, with a note, unless told", async () => {
  total = 20_001;
  asked.length = 0;
  const report = JSON.parse((await run(["--format", "json", host])).out);
  assert.deepEqual(asked, ["/debug/pprof/goroutine?debug=1"]);
  assert.equal(report.inputs[0].format, "profile-text");
  assert.ok(report.notes.some(({ code }) => code === "debug1_only"));
  asked.length = 0;
  await run(["--debug", "2", host]);
  assert.deepEqual(asked, ["/debug/pprof/goroutine?debug=2"]);
  total = 2;
});

test("something else instead of a dump: exit 3, the line names the pprof path", async () => {
  const { code, err } = await run([`http://${host}/html`]);
  assert.equal(code, 3);
  assert.match(
    err,
    new RegExp(`^gowhy: [^\\n]*http://${host}/debug/pprof/goroutine\\?debug=2\\n$`),
  );
});

const failures = {
  "/nothing": /HTTP 404.*net\/http\/pprof/,
  "/silent": /silent for 0\.3 s; --timeout/,
  "/stalls": /silent for 0\.3 s; --timeout/,
  "/broken": /cannot be fetched/,
};
for (const [path, words] of Object.entries(failures)) {
  test(`${path}: exit 2, one line`, async () => {
    const { code, err } = await run(["--timeout", "0.3", `http://${host}${path}`]);
    assert.equal(code, 2);
    assert.match(err, /^gowhy: [^\n]+\n$/);
    assert.match(err, words);
  });
}

test("a port where nobody listens: exit 2", async () => {
  const unused = createServer();
  await new Promise((resolve) => unused.listen(0, "127.0.0.1", resolve));
  const { port } = unused.address();
  await new Promise((resolve) => unused.close(resolve));
  const { code, err } = await run([`127.0.0.1:${port}`]);
  assert.equal(code, 2);
  assert.match(err, /refuses the connection/);
});
