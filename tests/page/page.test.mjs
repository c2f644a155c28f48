// The main job in both browsers: a dump gets in by every way there is, and the cause is read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pairFile, pairText, root } from "../js/support.mjs";
import { browser, capture, drop, paste, site } from "./support.mjs";

const origin = await site();
const rulePack = readFileSync(join(root, "docs/rules/imports.json"), "utf8");

for (const name of ["chromium", "firefox"]) {
  test(name, async (t) => {
    const { open } = await browser(name);

    await t.test("paste: the verdict, the cause, what would be normal, the fix", async () => {
      const tab = await open(`${origin}/`);
      await paste(tab, pairText);
      const verdict = await tab.verdict();
      assert.match(verdict, /idle HTTP client connection/);
      assert.match(verdict, /2 hours 27 minutes|147 minutes/);
      const text = await tab.reportText();
      assert.match(text, /A new http\.Transport for every request/);
      assert.match(text, /Go 1\.12/);
      assert.match(text, /Normal when/);
      assert.match(text, /Bad/);
      assert.match(text, /Good/);
      assert.match(text, /IdleConnTimeout/);
      assert.match(text, /part of a dump/);
      await tab.assertClean(origin);
      await tab.close();
    });

    await t.test("paste while a report is shown reads the new one", async () => {
      const tab = await open(`${origin}/#example=healthy`);
      assert.match(await tab.verdict(), /Nothing/);
      await paste(tab, pairText);
      await tab.until(() => location.hash === "#report");
      assert.match(await tab.verdict(), /idle HTTP client connection/);
      await tab.close();
    });

    await t.test("drop a file, and several as snapshots", async () => {
      const tab = await open(`${origin}/`);
      const dump = capture("chan_send_blocked/audit_consumer_gone.go1.27.n40.debug2.txt");
      await drop(tab, [dump]);
      await tab.verdict();
      assert.equal(await shownName(tab), dump.name);
      await drop(tab, [
        { ...dump, name: "2.txt" },
        { ...dump, name: "1.txt" },
      ]);
      await tab.until(() => {
        const app = document.querySelector("gowhy-app");
        return app.shown?.report.compare?.snapshots.length === 2;
      });
      // By time and not by name: the first that was dropped is the older one.
      const names = await tab.evaluate(() =>
        document.querySelector("gowhy-app").shown.report.compare.snapshots.map((one) => one.name),
      );
      assert.deepEqual(names, ["2.txt", "1.txt"]);
      await tab.assertClean(origin);
      await tab.close();
    });

    await t.test("open a file", async () => {
      const tab = await open(`${origin}/`);
      await tab.upload(pairFile);
      assert.match(await tab.verdict(), /idle HTTP client connection/);
      await tab.close();
    });

    await t.test("an example, its address, back, forward, reload", async () => {
      const tab = await open(`${origin}/`);
      await tab.evaluate(() => {
        const app = document.querySelector("gowhy-app").shadowRoot;
        app.querySelector('a[href="#example=transport-per-request"]').click();
      });
      const verdict = await tab.verdict();
      assert.match(verdict, /idle HTTP client connections/);
      assert.equal(await tab.evaluate(() => location.hash), "#example=transport-per-request");
      await tab.evaluate(() => history.back());
      await tab.until(() => document.querySelector("gowhy-app").view === "start");
      await tab.evaluate(() => history.forward());
      assert.equal(await tab.verdict(), verdict);
      await tab.page.reload();
      assert.equal(await tab.verdict(), verdict);
      await tab.assertClean(origin);
      await tab.close();
    });

    await t.test("a healthy server: nothing wrong, said plainly", async () => {
      const tab = await open(`${origin}/#example=healthy`);
      assert.match(await tab.verdict(), /^Nothing/);
      const text = await tab.reportText();
      assert.match(text, /Nothing wrong found/);
      assert.match(text, /What was looked at/);
      assert.match(text, /What a second dump would add/);
      await tab.close();
    });

    await t.test("what one dump cannot judge gets no all-clear", async () => {
      const tab = await open(`${origin}/`);
      await drop(tab, [capture("healthy/transfer_ordered.go1.27.n16.debug1.txt")]);
      assert.match(await tab.verdict(), /^Slow or stuck, only a second dump shows/);
      assert.doesNotMatch(await tab.reportText(), /Nothing wrong found/);
      await tab.close();
    });

    await t.test("no dump in it: what one looks like, and how to get one", async () => {
      const tab = await open(`${origin}/`);
      await paste(tab, "2026-11-25 everything is fine\n");
      assert.match(await tab.verdict(), /no goroutine dump/);
      const text = await tab.reportText();
      assert.match(text, /goroutine 39381/);
      assert.match(text, /debug\/pprof\/goroutine\?debug=2/);
      await tab.assertClean(origin);
      await tab.close();
    });

    await t.test(
      "a rule pack: checked when it is added, used at once, gone when removed",
      async () => {
        const tab = await open(`${origin}/`);
        const dump = capture("chan_receive_blocked/import_range.go1.27.n40.debug2.txt");
        assert.match(
          await addRules(tab, "wrong.json", '{"gowhyRules": 1}'),
          /wrong\.json: line 1: name/,
        );
        assert.equal(await addRules(tab, "imports.json", rulePack), "");
        await drop(tab, [dump]);
        assert.match(await tab.verdict(), /^40 writers of price lists/);
        assert.match(await tab.reportText(), /defer close\(rows\)/);
        await tab.page.reload();
        await tab.until(() => document.querySelector("gowhy-app").view === "start");
        await tab.evaluate(() => {
          const app = document.querySelector("gowhy-app").shadowRoot;
          app.querySelector("gowhy-rules").shadowRoot.querySelector("li button").click();
        });
        await drop(tab, [dump]);
        assert.match(await tab.verdict(), /^40 goroutines wait to receive/);
        await tab.assertClean(origin);
        await tab.close();
      },
    );

    await t.test("cancel leads back to the start, and what was read is dropped", async () => {
      const tab = await open(`${origin}/`);
      const cancelled = await tab.evaluate(async (text) => {
        const app = document.querySelector("gowhy-app");
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text.repeat(20_000)], "large.txt"));
        document.body.dispatchEvent(
          new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }),
        );
        await app.updateComplete;
        const progress = app.shadowRoot.querySelector(".progress");
        progress.querySelector("button").click();
        return progress.textContent.replace(/\s+/g, " ");
      }, pairText);
      assert.match(cancelled, /Reading large\.txt/);
      assert.equal(await tab.view(), "start");
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal(await tab.view(), "start");
      await tab.assertClean(origin);
      await tab.close();
    });
  });
}

/** Chooses a rule pack in the page's setting, and gives what it says is wrong with it. */
function addRules(tab, name, text) {
  return tab
    .until(
      async ([file, json]) => {
        const app = document.querySelector("gowhy-app").shadowRoot;
        const setting = app.querySelector("gowhy-rules");
        const field = setting.shadowRoot.querySelector("input");
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([json], file));
        field.files = dataTransfer.files;
        field.dispatchEvent(new Event("change"));
        const alert = setting.shadowRoot.querySelector("[role=alert]");
        for (let i = 0; i < 200; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          const used = [...setting.shadowRoot.querySelectorAll("li code")].map(
            (one) => one.textContent,
          );
          if (used.includes(file)) return { said: "" };
          if (alert.textContent) return { said: alert.textContent };
        }
        return null;
      },
      [name, text],
    )
    .then(({ said }) => said);
}

function shownName(tab) {
  return tab.evaluate(() => document.querySelector("gowhy-app").shown.report.inputs[0].name);
}
