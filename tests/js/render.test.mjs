// The renderers, on reports made from a real one: what a person sees, and in which order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { library, pairText } from "./support.mjs";

const { analyze, renderText, renderMarkdown, renderGithub, renderHtml } = await library();
const real = await analyze(pairText);
const longName =
  "github.com/acme/shop/internal/checkout/inventory.(*ReservationCoordinator).reserveEverythingNow";

const finding = (changes) => ({
  ...real.findings[0],
  severity: "warning",
  confidence: "likely",
  explainedBy: null,
  rate: null,
  site: null,
  ...changes,
});
const group = (changes) => ({ ...real.groups[0], normal: false, role: null, ...changes });
const withFindings = (...findings) => ({ ...real, findings });
const position = (text, ...parts) => parts.map((part) => text.indexOf(part));

test("verdict, facts, findings, groups and notes come in this order", () => {
  const report = {
    ...withFindings(finding({ title: "The title" })),
    groups: [group({})],
    notes: [{ line: 1234, code: "odd", text: "an odd line", count: 3 }],
  };
  const text = renderText(report);
  const places = position(text, "WARNING: The title (likely)", "  against ", "\nGroups", "\nNotes");
  assert.ok(
    places.every((place, index) => place > (places[index - 1] ?? 0)),
    text,
  );
  assert.match(text, /line 1,234: an odd line \(3 times\)/);
});

test("what speaks against a finding is never left out, and evidence is cut only with a count", () => {
  const evidence = [1, 2, 3, 4, 5].map((n) => ({
    supports: true,
    text: `${n} reasons`,
    goroutineIds: [],
  }));
  evidence.push({ supports: false, text: "1 doubt", goroutineIds: [] });
  const text = renderText(withFindings(finding({}), finding({ title: "Second", evidence })));
  const second = text.slice(text.indexOf("Second"));
  assert.match(second, /for +1 reasons/);
  assert.match(second, /… and 2 more/);
  assert.match(second, /against +1 doubt/);
});

test("what a finding explains stands indented under it, an info finding on a line of its own", () => {
  const text = renderText(
    withFindings(
      finding({ title: "The root" }),
      finding({ title: "The consequence", explainedBy: 0, goroutines: 40 }),
      finding({ title: "By the way", severity: "info", summary: "It was asked for." }),
    ),
  );
  assert.match(text, /\n {2}explains warning: The consequence: 40 goroutines/);
  assert.match(text, /\ninfo: By the way: It was asked for\./);
});

test("the top finding is told in full, the others point to explain", () => {
  const texts = {
    fix: "Close the body.\n\n```go\ndefer resp.Body.Close()\n```",
    confirm: "Look twice.",
  };
  const text = renderText(withFindings(finding(texts), finding({ ...texts, cause: "second_one" })));
  assert.equal(text.split("defer resp.Body.Close()").length, 2, "once");
  assert.match(text, /gowhy explain second_one/);
});

test("lines wrap at the width and long names stay whole", () => {
  const site = { func: longName, file: `/srv/${"deep/".repeat(30)}file.go`, line: 7 };
  const report = {
    ...withFindings(finding({ site, summary: "word ".repeat(60) })),
    groups: [group({})],
  };
  for (const width of [40, 80, 100]) {
    const text = renderText(report, { width });
    assert.ok(text.includes(longName));
    assert.ok(text.includes("file.go:7"));
    for (const line of text.split("\n")) {
      if (/^ {8}/.test(line)) continue; // code to paste stays as it is
      const words = line.trim().match(/`[^`]*`|\S+/g) ?? [];
      assert.ok([...line].length <= width || words.length <= 3, `${width}: ${line}`);
    }
  }
});

test("groups: ten of those that are not normal, all with --all, roles of the normal ones in a line", () => {
  const many = Array.from({ length: 14 }, (_, id) => group({ id, count: 100 - id }));
  many.push(group({ id: 14, normal: true, role: "idle worker", count: 7 }));
  const report = { ...real, groups: many };
  const short = renderText(report).replace(/\s+/g, " ");
  assert.match(short, /… and 4 groups with 354 goroutines/);
  assert.match(short, /7 goroutines normal and not listed: 7 × idle worker/);
  assert.ok(renderText(report, { all: true }).includes("idle worker"));
  assert.ok(!renderText(report, { all: true }).includes("… and 4 groups"));
});

test("several snapshots show their counts over time", () => {
  const compare = {
    snapshots: [22, 32, 52].map((goroutines) => ({ name: "x", goroutines, minutes: null })),
    groups: [{ group: 0, counts: [8, 18, 38], trend: "growing", perMinute: null }],
    gone: [],
    findings: [],
  };
  const text = renderText({ ...real, groups: [group({})], compare });
  assert.match(text, /22 → 32 → 52 goroutines/);
  assert.match(text, /8 → 18 → 38 growing: /);
});

test("links to source replace path and line", () => {
  const site = { func: "main.f", file: "/srv/a b/main.go", line: 7 };
  const sourceUrl = "https://git.example/{path}#L{line}";
  const report = withFindings(finding({ site }));
  assert.ok(
    renderText(report, { sourceUrl }).includes("https://git.example//srv/a%20b/main.go#L7"),
  );
  assert.ok(
    renderMarkdown(report, { sourceUrl }).includes("(https://git.example//srv/a%20b/main.go#L7)"),
  );
});

test("what comes from a dump is not read as Markdown, HTML or a workflow command", () => {
  const evil = "@octocat see #1 <img src=x> *bold* | cell\n::error::gone";
  const report = {
    ...withFindings(finding({ summary: evil, title: evil })),
    summary: { ...real.summary, verdict: `::error::${evil}` },
  };
  const markdown = renderMarkdown(report);
  assert.ok(!/@octocat|[^\\]<img|[^\\]\*bold/.test(markdown), markdown);
  assert.ok(!renderHtml([report]).includes("<img"));
  const commands = renderGithub(report)
    .split("\n")
    .filter((line) => line.startsWith("::"));
  assert.equal(commands.length, 1);
});

test("the verdict is not told twice, and what to do next stands before the long texts", () => {
  const summary = "Nobody receives.";
  const first = finding({ summary, next: "Look there", fix: "Mend it." });
  const report = { ...withFindings(first), summary: { ...real.summary, verdict: summary } };
  const text = renderText(report);
  assert.equal(text.split(summary).length, 2, "once");
  const [next, fix] = position(text, "next       Look there", "Mend it.");
  assert.ok(next > 0 && next < fix, text);
});

test("of several findings of one cause behind another one line tells how many", () => {
  const behind = (goroutines) =>
    finding({ title: "Handlers wait", cause: "behind", explainedBy: 0, goroutines });
  const text = renderText(withFindings(finding({}), behind(60), behind(7)));
  assert.match(text, /explains warning: Handlers wait: 60 goroutines, and 1 more place/);
  assert.equal(text.split("Handlers wait").length, 2);
});

test("groups at one line are told apart by who called it", () => {
  const frame = (func, line) => ({ ...real.groups[0].frames[0], func, line, origin: "main" });
  const send = frame("shop.(*Pool).Submit", 22);
  const groups = ["shop.Image", "shop.Album"].map((func) =>
    group({ frames: [send, frame(func, 7), frame("shop.serve", 3)] }),
  );
  const text = renderText({ ...real, groups });
  assert.match(text, /called from shop\.Image/);
  assert.match(text, /called from shop\.Album/);
  const other = group({ frames: [frame("shop.other", 9), frame("shop.serve", 3)] });
  assert.ok(!renderText({ ...real, groups: [groups[0], other] }).includes("called from"));
});
