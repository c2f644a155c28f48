// What can be measured of the look: rules of axe-core in both themes, no sideways scrolling on a small
// screen or with large type, the keyboard, and a list of 58,000 groups.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { pairText, root } from "../js/support.mjs";
import { axeSource, browser, capture, drop, paste, site } from "./support.mjs";

const origin = await site();
const { open } = await browser("chromium");

const pages = {
  start: async () => {},
  "one pair": async (tab) => {
    await paste(tab, pairText);
    await tab.reportText();
  },
  leak: (tab) => example(tab, "transport-per-request"),
  deadlock: (tab) => example(tab, "ab-ba-deadlock"),
  healthy: (tab) => example(tab, "healthy"),
  "no dump": async (tab) => {
    await paste(tab, "no dump at all");
    await tab.verdict();
  },
  help: (tab) => tab.press("?"),
};

for (const scheme of ["light", "dark"]) {
  for (const [name, arrive] of Object.entries(pages)) {
    test(`axe finds nothing: ${name}, ${scheme}`, async () => {
      const tab = await open(`${origin}/`, { scheme });
      await arrive(tab);
      await tab.evaluate(axeSource);
      const found = await tab.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, {
          resultTypes: ["violations"],
        });
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`,
        );
      });
      assert.deepEqual(found, []);
      await tab.close();
    });
  }
}

// 640 pixels are a screen of 1280 at 200 %.
for (const width of [320, 360, 640]) {
  test(`nothing scrolls sideways at ${width} pixels`, async () => {
    for (const arrive of Object.values(pages)) {
      const tab = await open(`${origin}/`, { width, height: 740 });
      await arrive(tab);
      const { scroll, client } = await tab.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      assert.ok(scroll <= client, `${scroll} > ${client}`);
      await tab.close();
    }
  });
}

test("keys: j and k walk, Enter opens, Esc goes back, ? helps", async () => {
  const tab = await open(`${origin}/#example=transport-per-request`);
  await tab.reportText();
  assert.equal(await focused(tab), "data-verdict");
  await tab.press("j");
  assert.equal(await focused(tab), "data-stop");
  const openSections = () =>
    tab.evaluate(
      () =>
        document
          .querySelector("gowhy-app")
          .shadowRoot.querySelector("gowhy-report")
          .shadowRoot.querySelectorAll(".section[open]").length,
    );
  assert.ok((await openSections()) > 0);
  await tab.press("Enter");
  assert.equal(await openSections(), 0);
  await tab.press("Enter");
  assert.ok((await openSections()) > 0);
  // Past the last card come the groups.
  for (let step = 0; step < 20 && (await focused(tab)) !== "gowhy-groups"; step += 1) {
    await tab.press("j");
  }
  assert.equal(await focused(tab), "gowhy-groups");
  await tab.press("Enter");
  await tab.until(() => deepAll("[data-open]").length === 1);
  await tab.press("Escape");
  await tab.until(() => deepAll("[data-open]").length === 0);
  await tab.press("k");
  assert.equal(await focused(tab), "data-stop");
  await tab.press("?");
  await tab.until(() => deepAll("dialog[open]").length === 1);
  await tab.press("Escape");
  await tab.until(() => deepAll("dialog[open]").length === 0);
  assert.equal(await tab.view(), "report");
  await tab.close();
});

test("works when the network is gone, a cut gzip file included", async () => {
  const tab = await open(`${origin}/`);
  await tab.until(() => {
    const names = performance.getEntriesByType("resource").map(({ name }) => name);
    return names.some((name) => /words-/.test(name));
  });
  await tab.page.waitForLoadState("networkidle");
  await tab.page.context().setOffline(true);
  const { name, bytes } = capture(
    "http_transport_per_request/client_per_call.go1.27.n40.debug2.txt",
  );
  const packed = gzipSync(bytes);
  await drop(tab, [{ name, bytes: packed.subarray(0, packed.length - 20) }]);
  assert.match(await tab.verdict(), /idle HTTP client connections/);
  assert.match(await tab.reportText(), /Normal when/);
  await tab.close();
});

test("58,000 groups scroll: only the rows in sight exist", async () => {
  const tab = await open(`${origin}/#example=transport-per-request`);
  await tab.reportText();
  const rows = await tab.evaluate(async () => {
    const app = document.querySelector("gowhy-app");
    const { report } = app.shown;
    const [model] = report.groups;
    const groups = Array.from({ length: 58_000 }, (_, id) => ({ ...model, id, normal: false }));
    app.shown = { ...app.shown, report: { ...report, findings: [], groups } };
    await app.updateComplete;
    const list = app.shadowRoot.querySelector("gowhy-report").shadowRoot;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const table = list.querySelector("gowhy-groups");
    const scroller = table.shadowRoot.querySelector(".scroller");
    const seen = [];
    for (const share of [0, 0.5, 1]) {
      scroller.scrollTop = scroller.scrollHeight * share;
      await new Promise((resolve) => setTimeout(resolve, 300));
      const items = [...table.shadowRoot.querySelectorAll("[data-index]")];
      seen.push({ rows: items.length, last: Number(items.at(-1)?.dataset.index) });
    }
    return seen;
  });
  assert.ok(
    rows.every((one) => one.rows > 5 && one.rows < 100),
    JSON.stringify(rows),
  );
  assert.ok(Math.abs(rows[1].last - 29_000) < 200, JSON.stringify(rows));
  assert.equal(rows[2].last, 57_999);
  await tab.assertClean(origin);
  await tab.close();
});

test("the words of every cause are rendered whole: no Markdown is left, bad and good stand apart", async () => {
  const words = JSON.parse(readFileSync(join(root, "dist/words.json"), "utf8"));
  const tab = await open(`${origin}/`);
  await paste(tab, pairText);
  await tab.reportText();
  const wrong = await tab.evaluate(async (all) => {
    const app = document.querySelector("gowhy-app");
    const { report } = app.shown;
    const found = [];
    for (const [cause, texts] of Object.entries(all)) {
      const findings = [{ ...report.findings[0], ...texts, cause, title: texts.title }];
      app.shown = { ...app.shown, report: { ...report, findings } };
      await app.updateComplete;
      const view = app.shadowRoot.querySelector("gowhy-report");
      await view.updateComplete;
      const prose = [...view.shadowRoot.querySelectorAll(".prose")];
      // Code may hold anything; what is around it may not.
      const plain = prose.map((one) => {
        const copy = one.cloneNode(true);
        for (const code of copy.querySelectorAll("code")) code.remove();
        return copy.textContent;
      });
      const left = plain.join(" ").match(/.{0,20}(```|\*\*|`|\]\().{0,20}/);
      if (left) found.push(`${cause}: ${left[0]}`);
      const sides = [...view.shadowRoot.querySelectorAll(".side")].map((side) => side.textContent);
      if (sides.join() !== "Bad,Good") found.push(`${cause}: ${sides.join() || "no sides"}`);
      if (prose.length !== 5) found.push(`${cause}: ${prose.length} sections`);
    }
    return found;
  }, words);
  assert.deepEqual(wrong, []);
  await tab.close();
});

async function example(tab, id) {
  await tab.evaluate((hash) => {
    location.hash = hash;
  }, `#example=${id}`);
  await tab.reportText();
}

/** Marks of the element that has the focus inside of the report. */
function focused(tab) {
  return tab.evaluate(() => {
    globalThis.deepAll = (selector) => {
      const roots = [document];
      const found = [];
      for (const root of roots) {
        found.push(...root.querySelectorAll(selector));
        for (const element of root.querySelectorAll("*")) {
          if (element.shadowRoot) roots.push(element.shadowRoot);
        }
      }
      return found;
    };
    const view = document.querySelector("gowhy-app").shadowRoot.querySelector("gowhy-report");
    const active = view?.shadowRoot.activeElement;
    if (!active) return null;
    if (active.localName === "gowhy-groups") return active.localName;
    return (
      ["data-verdict", "data-stop"].find((name) => active.hasAttribute(name)) ?? active.localName
    );
  });
}
