// <go-why> in pages of other origins, under policies of their own; and the report, byte for byte.
import assert from "node:assert/strict";
import { test } from "node:test";
import { core, pairText } from "../js/support.mjs";
import { browser, capture, hostPage, site } from "./support.mjs";

const origin = await site();

const html = `<!doctype html><html lang="en"><title>A wiki</title>
<script type="module" src="${origin}/gowhy-element.js"></script>
<h1>A wiki</h1><go-why id="one"></go-why><go-why id="two" compact theme="dark"></go-why></html>`;

/** Gives a dump to an element and waits for what it answers. */
const answer = async ([id, text]) => {
  const element = document.getElementById(id);
  await customElements.whenDefined("go-why");
  return new Promise((resolve) => {
    element.addEventListener("gowhy-report", ({ detail }) =>
      resolve({ verdict: detail.report.summary.verdict, text: detail.reportText }),
    );
    element.addEventListener("gowhy-error", ({ detail }) => resolve(detail));
    element.dump = text;
  });
};

for (const name of ["chromium", "firefox"]) {
  test(`${name}: <go-why>`, async (t) => {
    const { open } = await browser(name);

    await t.test("strict policy with worker-src blob: one worker for all elements", async () => {
      const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; worker-src blob:`;
      const tab = await open(await hostPage(html, policy));
      const [one, two] = await Promise.all([
        tab.evaluate(answer, ["one", pairText]),
        tab.evaluate(answer, ["two", pairText]),
      ]);
      assert.match(one.verdict, /idle HTTP client connection/);
      assert.equal(two.text, one.text);
      if (name === "chromium") assert.equal(tab.page.workers().length, 1);
      assert.deepEqual(await tab.violations(), []);
      assert.deepEqual(tab.problems, []);
      await tab.close();
    });

    await t.test("without worker-src: on the page's own thread", async () => {
      const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'`;
      const tab = await open(await hostPage(html, policy));
      const { verdict } = await tab.evaluate(answer, ["one", pairText]);
      assert.match(verdict, /idle HTTP client connection/);
      if (name === "chromium") assert.equal(tab.page.workers().length, 0);
      // The worker was tried; nothing else was refused.
      const refused = await tab.violations();
      assert.deepEqual(
        refused.filter((one) => !/^worker-src blob/.test(one)),
        [],
      );
      await tab.close();
    });

    await t.test("rules: what a pack ignores is gone, and a wrong one is told", async () => {
      const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; worker-src blob:`;
      const tab = await open(await hostPage(html, policy));
      await tab.evaluate(() => {
        document.getElementById("one").rules = {
          gowhyRules: 1,
          name: "wiki",
          ignore: [{ cause: "*", reason: "this page only shows how a dump looks" }],
        };
        document.getElementById("two").rules = "[]";
      });
      const { text } = await tab.evaluate(answer, ["one", pairText]);
      const { findings, notes } = JSON.parse(text);
      assert.deepEqual(findings, []);
      assert.ok(notes.some(({ code }) => code === "ignored_finding"));
      const { code, message } = await tab.evaluate(answer, ["two", pairText]);
      assert.deepEqual([code, message], ["bad_rules", "line 1: an object is wanted"]);
      await tab.close();
    });

    await t.test("wasm blocked: names the directive, fires gowhy-error", async () => {
      const policy = `default-src 'none'; script-src ${origin}; worker-src blob:`;
      const tab = await open(await hostPage(html, policy));
      const { code, message } = await tab.evaluate(answer, ["one", pairText]);
      assert.equal(code, "csp");
      assert.match(message, /'wasm-unsafe-eval'.*script-src/);
      const shown = await tab.until(() => {
        const text = document.getElementById("one").shadowRoot.textContent;
        return /wasm-unsafe-eval/.test(text) ? text : null;
      });
      assert.match(shown, /does not allow WebAssembly/);
      await tab.close();
    });

    await t.test("src, compact, theme, parts and the host's colours", async () => {
      const tab = await open(`${origin}/embed.html`);
      const shown = await tab.until(() => {
        const element = document.querySelector("go-why[src]");
        const view = element?.shadowRoot?.querySelector("gowhy-report");
        return view?.report ? view.shadowRoot.textContent.replace(/\s+/g, " ") : null;
      });
      assert.match(shown, /idle HTTP client connections/);
      assert.doesNotMatch(shown, /Groups/);
      const looks = await tab.evaluate(async () => {
        const element = document.querySelector("go-why[src]");
        const finding = () => {
          const view = element.shadowRoot.querySelector("gowhy-report");
          return getComputedStyle(view.shadowRoot.querySelector("[part~=finding]"));
        };
        const before = finding().backgroundColor;
        element.theme = "dark";
        await element.updateComplete;
        const dark = finding().backgroundColor;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("go-why::part(finding) { background: rgb(1, 2, 3); }");
        document.adoptedStyleSheets = [sheet];
        return [before, dark, finding().backgroundColor];
      });
      assert.notEqual(looks[0], looks[1]);
      assert.equal(looks[2], "rgb(1, 2, 3)");
      await tab.assertClean(origin);
      await tab.close();
    });

    await t.test("the report is byte for byte the one of wasm in Node", async () => {
      const { reportText } = await core();
      const tab = await open(`${origin}/embed.html`);
      for (const file of same) {
        const { name: called, bytes } = capture(file);
        const { text } = await tab.evaluate(named, [called, bytes.toString("base64")]);
        const expected = reportText(bytes, { name: called, withWords: true });
        assert.ok(text === expected, `${file}: ${text?.length} and ${expected.length} characters`);
      }
      await tab.close();
    });
  });
}

const same = [
  "http_transport_per_request/post.go1.12.debug2.txt",
  "http_transport_per_request/client_per_call.go1.27.n800.old.debug2.txt.gz",
  "lock_order_inversion/wallet_transfer.go1.27.n200.debug2.txt.gz",
  "http_response_body_not_closed/tracking_status.go1.27.n800.debug1.txt",
  "panic_nil_dereference/voucher_cli.go1.27.panic.txt",
  "test_timeout/feed_parallel.go1.27.test.txt",
  "healthy/busy_server.go1.27.debug0.pb.gz",
  "healthy/busy_server.go1.20.sigquit.txt",
];

const named = async ([name, base64]) => {
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const element = document.querySelector("go-why:not([src])");
  await customElements.whenDefined("go-why");
  return new Promise((resolve) => {
    const done = ({ detail }) => resolve({ text: detail.reportText ?? detail.message });
    element.addEventListener("gowhy-report", done, { once: true });
    element.addEventListener("gowhy-error", done, { once: true });
    element.dump = [{ name, data }];
  });
};
