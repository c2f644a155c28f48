// The command: what is printed where, and each exit code.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { schemaErrors } from "../golden/schema.mjs";
import { cli, pair, pairFile } from "../js/support.mjs";
import { zip } from "../js/zip-writer.mjs";
import { run, scratch } from "./support.mjs";

const folder = scratch();
const put = (name, data) => {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
};
const dump = put("dump.txt", pair);
const notADump = put("notes.txt", "shopping: milk, eggs\n");
const report = async (...args) => JSON.parse((await run(["--format", "json", ...args])).out);

/** One line on stderr, nothing on stdout, and words that tell what to do. */
async function refuses(args, code, words, options) {
  const result = await run(args, options);
  assert.equal(result.code, code, result.err);
  assert.equal(result.out, "");
  assert.match(result.err, /^gowhy: [^\n]+\n$/);
  assert.match(result.err, words);
}

test("a file: text with the verdict first, exit 0, nothing on stderr", async () => {
  const { code, out, err } = await run([dump]);
  assert.deepEqual([code, err], [0, ""]);
  const { summary } = await report(dump);
  assert.ok(out.replace(/\s+/g, " ").startsWith(summary.verdict.replace(/\s+/g, " ")));
});

test("stdin: as no argument, as -, and named stdin", async () => {
  for (const args of [[], ["-"]]) {
    const { code, out } = await run(["--format", "json", ...args], { input: pair });
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).inputs[0].name, "stdin");
  }
  assert.equal((await run([dump])).out, (await run([], { input: pair })).out);
});

test("text and Markdown are at most 80 columns wide but for code and long names", async () => {
  const { out } = await run([dump]);
  for (const line of out.split("\n")) {
    const broken =
      [...line].length > 80 && line.trim().split(/\s+/).length > 2 && !line.startsWith("        ");
    assert.ok(!broken, line);
  }
});

test("identifiers are never broken", async () => {
  const words = new Set((await run([dump])).out.split(/\s+/));
  const { findings } = await report(dump);
  for (const { site, createdAt } of findings) {
    for (const place of [site, createdAt]) if (place) assert.ok(words.has(place.func), place.func);
  }
});

test("colour: none in a pipe, always on demand", async () => {
  const plain = (await run([dump])).out;
  assert.ok(!plain.includes("\u001b"));
  const colored = (await run(["--color", "always", dump])).out;
  assert.ok(colored.includes("\u001b["));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken off
  assert.equal(colored.replace(/\u001b\[\d+m/g, ""), plain);
  assert.equal((await run(["--color", "never", dump])).out, plain);
});

test("escape sequences of a dump do not reach the terminal", async () => {
  const evil = put(
    "evil.txt",
    pair
      .toString()
      .replaceAll("net/http.(*Transport)", "net/http\u001b]0;owned\u0007.(*Transport)"),
  );
  const { out } = await run([evil, "--all"]);
  assert.ok(!out.includes("\u001b"));
  assert.ok(!out.includes("\u0007"));
});

test("json: one valid report, one line", async () => {
  const { out } = await run(["--format", "json", dump]);
  assert.equal(out.split("\n").length, 2);
  assert.equal(schemaErrors(JSON.parse(out)), null);
});

test("several files one by one: headings in text, a line each in JSON, names as given", async () => {
  const text = await run(["dump.txt", "./notes.txt"], { cwd: folder });
  assert.equal(text.code, 0);
  assert.match(text.out, /^== dump\.txt ==\n[\s\S]*\n\n== \.\/notes\.txt ==\n/);
  const json = await run(["--format", "json", dump, notADump]);
  const names = json.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).inputs[0].name);
  assert.deepEqual(names, [dump, notADump]);
});

test("gzip and zip files; a zip's files are inputs of their own", async () => {
  assert.equal((await report(put("named.txt", gzipSync(pair)))).inputs[0].bytes, pair.length);
  const archive = put(
    "two.zip",
    zip([
      { name: "a", data: pair },
      { name: "b", data: pair },
    ]),
  );
  const { out } = await run([archive]);
  assert.match(out, /== .*two\.zip\/a ==[\s\S]*== .*two\.zip\/b ==/);
  assert.equal((await report("--compare", archive)).compare.snapshots.length, 2);
});

test("--compare makes one report of several files", async () => {
  const { inputs, compare } = await report("--compare", dump, dump);
  assert.equal(inputs.length, 2);
  assert.equal(compare.snapshots.length, 2);
  assert.equal((await run(["--compare", dump, dump])).code, 0);
});

test("--fail-on: exit 1 at or above, judged before --min-severity and --filter", async () => {
  const { findings } = await report(dump);
  const levels = ["info", "warning", "critical"];
  const worst = Math.max(...findings.map(({ severity }) => levels.indexOf(severity)));
  assert.ok(worst >= 0, "the pair gives a finding");
  for (const [index, level] of levels.entries()) {
    assert.equal((await run(["--fail-on", level, dump])).code, index <= worst ? 1 : 0, level);
  }
  assert.equal((await run(["--fail-on", "never", dump])).code, 0);
  const level = levels[worst];
  const hidden = await run([
    "--format",
    "json",
    "--fail-on",
    level,
    "--filter",
    "fn:nothing_has_this_name",
    dump,
  ]);
  assert.equal(hidden.code, 1);
  assert.deepEqual(JSON.parse(hidden.out).findings, []);
  if (worst < 2) {
    const severe = await run([
      "--format",
      "json",
      "--fail-on",
      level,
      "--min-severity",
      "critical",
      dump,
    ]);
    assert.equal(severe.code, 1);
    assert.deepEqual(JSON.parse(severe.out).findings, []);
  }
  assert.equal(
    (await run(["--fail-on", level, "--filter", "x"], { input: pair })).code,
    1,
    "also from a pipe",
  );
});

test("--baseline and --fail-on-new compare fingerprints", async () => {
  const known = put("known.json", (await run(["--format", "json", dump])).out);
  const empty = put("empty.json", (await run(["--format", "json", notADump])).out);
  assert.match(
    (await run(["--baseline", known, dump])).out,
    /Since the baseline: 0 new, \d+ known, 0 gone/,
  );
  assert.match(
    (await run(["--baseline", empty, dump])).out,
    /Since the baseline: [1-9]\d* new \(\w+/,
  );
  assert.equal(
    (await run(["--baseline", known, "--fail-on-new", "--fail-on", "info", dump])).code,
    0,
  );
  assert.equal(
    (await run(["--baseline", empty, "--fail-on-new", "--fail-on", "info", dump])).code,
    1,
  );
  await refuses(["--fail-on-new", dump], 2, /--baseline/);
  await refuses(["--baseline", notADump, dump], 2, /--format json/);
  await refuses(["--baseline", "nowhere.json", dump], 2, /no file nowhere\.json/);
});

test("--output writes all of it and nothing else", async () => {
  const target = join(folder, "report.json");
  const { code, out } = await run(["--format", "json", "--output", target, dump]);
  assert.deepEqual([code, out], [0, ""]);
  assert.equal(schemaErrors(JSON.parse(readFileSync(target, "utf8"))), null);
  const before = readFileSync(target, "utf8");
  assert.equal((await run(["--output", target, "missing.txt"])).code, 2);
  assert.equal(readFileSync(target, "utf8"), before, "a failed run leaves the old file");
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith(".tmp")),
    [],
  );
  await refuses(["--output", join(folder, "no/such/folder.txt"), dump], 2, /no\/such/);
  mkdirSync(join(folder, "taken"));
  await refuses(["--output", join(folder, "taken"), dump], 2, /taken/);
});

test("--output to a file has no colours of a terminal", async () => {
  const target = join(folder, "plain.txt");
  await run(["--output", target, dump]);
  assert.ok(!readFileSync(target, "utf8").includes("\u001b"));
});

test("--redact says so", async () => {
  assert.equal((await report("--redact", dump)).redacted, true);
});

test("--source-url links the user's own frames and wants a template", async () => {
  await refuses(["--source-url", "https://example.com/", dump], 2, /\{path\}/);
  assert.equal((await run(["--source-url", "https://example.com/{path}#L{line}", dump])).code, 0);
});

test("markdown and github formats", async () => {
  const { summary } = await report(dump);
  const markdown = await run(["--format", "markdown", dump]);
  assert.equal(markdown.code, 0);
  assert.match(markdown.out, /^\*\*.+\*\*\n\n/);
  const github = await run(["--format", "github", dump]);
  assert.match(github.out, /^::(error|warning|notice) /);
  assert.ok(summary.verdict.length > 0);
});

test("html: one file that loads nothing and runs nothing, whatever the dump says", async () => {
  const evil = put(
    "evil.html.txt",
    pair.toString().replaceAll("dialConn", "<script>alert(1)</script>"),
  );
  const { code, out } = await run(["--format", "html", "--all", evil]);
  assert.equal(code, 0);
  assert.match(out, /^<!doctype html>/);
  assert.ok(!/<script|\ssrc=|<link|url\(/i.test(out));
  assert.ok(out.includes("&lt;script&gt;"));
});

test("sarif: every result has its rule and its fingerprint", async () => {
  const { findings } = await report(dump);
  const [sarif] = JSON.parse((await run(["--format", "sarif", dump, dump])).out).runs;
  assert.equal(sarif.results.length, findings.length * 2);
  for (const result of sarif.results) {
    assert.equal(sarif.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.match(result.partialFingerprints["gowhy/v1"], /^[0-9a-f]{16}$/);
  }
});

test("speedscope: the stacks of all groups, outermost first, as wide as they have goroutines", async () => {
  const { groups } = await report(dump);
  const { shared, profiles } = JSON.parse((await run(["--format", "speedscope", dump])).out);
  const [profile] = profiles;
  assert.equal(profile.endValue, 2);
  profile.samples.forEach((sample, index) => {
    const names = sample.map((frame) => shared.frames[frame].name);
    assert.equal(names.at(-1), groups[index].frames[0].func);
    assert.equal(names[0], `created by ${groups[index].createdBy.func}`);
  });
});

test("modes that do not exist yet say so", async () => {
  await refuses(["--fleet", dump, dump], 2, /not built yet/);
});

test("wrong usage: exit 2, one line, the nearest right word", async () => {
  await refuses(["--formt", "json"], 2, /did you mean --format/);
  await refuses(["--format", "jsno", dump], 2, /did you mean json/);
  await refuses(["--format"], 2, /needs a value/);
  await refuses(["--fail-on", "high", dump], 2, /critical, warning, info, never/);
  await refuses(["--min-severity", "never", dump], 2, /critical, warning, info/);
  await refuses(["--color", "sometimes", dump], 2, /auto, always, never/);
  await refuses(["--quiet=yes", dump], 2, /takes no value/);
  await refuses(["--output", "", dump], 2, /file name/);
  await refuses(["explain"], 2, /gowhy causes/);
  await refuses(
    ["explain", "http_transport_per_reqest"],
    2,
    /did you mean http_transport_per_request/,
  );
  await refuses(["completion", "tcsh"], 2, /bash, zsh or fish/);
});

test("unreadable input: exit 2; the others are still analysed", async () => {
  await refuses(["missing.txt"], 2, /no file missing\.txt/);
  await refuses([folder], 2, /directory/);
  const { code, out, err } = await run(["missing.txt", dump]);
  assert.equal(code, 2);
  assert.match(err, /missing\.txt/);
  assert.ok(out.length > 100);
});

test("no dump: exit 3, what to do on stderr, and with JSON still a report", async () => {
  await refuses([notADump], 3, /no goroutine dump in .*notes\.txt/);
  await refuses([], 3, /no goroutine dump in stdin/);
  const { code, out, err } = await run(["--format", "json", notADump]);
  assert.equal(code, 3);
  assert.equal(schemaErrors(JSON.parse(out)), null);
  assert.match(err, /no goroutine dump/);
  assert.equal((await run([notADump, dump])).code, 0, "one of several is enough");
});

test("rule packs are checked before anything is analysed", async () => {
  await refuses(["--rules", put("bad.json", "{"), dump], 2, /bad\.json:\d+: /);
  await refuses(["--rules", "nowhere.json", dump], 2, /no file nowhere\.json/);
});

test("a closed pipe is quiet and exit 0", async () => {
  const shell = `"${process.execPath}" "${cli}" --all --format json "${dump}" "${dump}" "${dump}"; echo $? >&2`;
  const child = spawn("/bin/sh", ["-c", `(${shell}) | true`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (chunk) => (err += chunk));
  await new Promise((resolve) => child.on("close", resolve));
  assert.equal(err, "0\n");
});

test("--help and --version", async () => {
  const { code, out } = await run(["--help"]);
  assert.equal(code, 0);
  for (const word of ["curl", "--compare", "--fail-on", "Exit codes", "kill -QUIT"])
    assert.ok(out.includes(word), word);
  for (const line of out.split("\n")) assert.ok(line.length <= 80, line);
  assert.match((await run(["--version"])).out, /^gowhy \d+\.\d+\.\d+\n$/);
});

test("causes and explain", async () => {
  const { out } = await run(["causes"]);
  const ids = out
    .trim()
    .split("\n")
    .map((line) => line.split(" ")[0]);
  assert.deepEqual(ids, [...ids].sort());
  assert.ok(ids.includes("http_transport_per_request"));
  const explained = await run(["explain", "http_transport_per_request"]);
  assert.equal(explained.code, 0);
  for (const title of ["What happens", "Normal when", "Confirm", "Fix", "References"]) {
    assert.ok(explained.out.includes(`\n${title}\n`), title);
  }
});

test("mcp: tools over stdio, one message a line", async () => {
  const requests = [
    { id: 1, method: "initialize", params: { protocolVersion: "2025-06-18" } },
    { method: "notifications/initialized" },
    { id: 2, method: "tools/list" },
    {
      id: 3,
      method: "tools/call",
      params: { name: "analyze_goroutine_dump", arguments: { paths: [dump] } },
    },
    {
      id: 4,
      method: "tools/call",
      params: { name: "analyze_goroutine_dump", arguments: { paths: ["no"] } },
    },
    { id: 5, method: "tools/call", params: { name: "nothing" } },
    { id: 6, method: "nothing" },
  ];
  const input = `${requests.map((one) => JSON.stringify({ jsonrpc: "2.0", ...one })).join("\n")}\n{oops\n`;
  const { code, out } = await run(["mcp"], { input });
  assert.equal(code, 0);
  const [hello, list, good, bad, noTool, noMethod, noJson] = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(hello.result.serverInfo.name, "gowhy");
  assert.ok(list.result.tools.every(({ inputSchema }) => inputSchema.type === "object"));
  assert.equal(good.result.content[0].text, (await run([dump])).out);
  assert.equal(bad.result.isError, true);
  assert.deepEqual(
    [noTool, noMethod, noJson].map(({ error }) => error.code),
    [-32602, -32601, -32700],
  );
});

test("a file may be named like a command", async () => {
  put("serve", pair);
  assert.equal((await run(["./serve"], { cwd: folder })).code, 0);
});

test("completion scripts are valid shell", async () => {
  const { out } = await run(["completion", "bash"]);
  const child = spawn("bash", ["-n"], { stdio: ["pipe", "ignore", "inherit"] });
  child.stdin.end(out);
  assert.equal(await new Promise((resolve) => child.on("close", resolve)), 0);
});

test("a large file is read piece by piece", async () => {
  const large = put("large.txt", Buffer.alloc(9 << 20, `${pair}\n`));
  assert.equal((await report(large)).inputs[0].bytes, 9 << 20);
});

test("the capture itself", () => assert.ok(existsSync(pairFile)));
