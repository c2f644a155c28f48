// What the page's tests share: the built command as the server, both browsers behind one small face, and
// the ways a dump gets into the page.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join } from "node:path";
import { after } from "node:test";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { start } from "../cli/support.mjs";
import { decompressed, dumps } from "../js/support.mjs";

// A machine that builds at the same time is slow; what never comes is a failure all the same.
const patience = 120_000;

const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** gowhy serve, with the headers of netlify.toml; ends with the tests. Gives the page's origin. */
export async function site() {
  const child = start(["serve", "--port", "0"]);
  after(() => child.kill("SIGKILL"));
  const [line] = await once(child.stdout, "data");
  return /http:\/\/127\.0\.0\.1:\d+/.exec(line)[0];
}

/** A page of somebody else, on a port of its own, under a policy of its own. Gives its address. */
export async function hostPage(html, policy) {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policy);
    response.end(html);
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${server.address().port}/`;
}

// Runs in the page before anything else: keeps what the policy refused.
const watchPolicy = () => {
  globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
};

/** Chromium through Playwright. */
async function openChromium() {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: chromiumFlags,
  });
  return {
    close: () => browser.close(),
    async page({ width, height, scheme }) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        reducedMotion: "reduce",
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const page = await context.newPage();
      page.setDefaultNavigationTimeout(patience);
      await page.addInitScript(watchPolicy);
      return page;
    },
    upload: (page, path) => page.locator("input[type=file]").first().setInputFiles(path),
    paste: (page) => page.keyboard.press("Control+V"),
  };
}

/** Firefox through Puppeteer and WebDriver BiDi. */
async function openFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    // The tests fill the clipboard without a click; the paste itself is a real Ctrl+V.
    extraPrefsFirefox: { "dom.events.testing.asyncClipboard": true },
  });
  return {
    close: () => browser.close(),
    async page({ width, height }) {
      const page = await browser.newPage();
      page.setDefaultNavigationTimeout(patience);
      await page.setViewport({ width, height });
      await page.evaluateOnNewDocument(watchPolicy);
      return page;
    },
    async upload(page, path) {
      const field = await page.evaluateHandle(() => {
        const app = document.querySelector("gowhy-app").shadowRoot;
        return app.querySelector("gowhy-intake").shadowRoot.querySelector("input[type=file]");
      });
      await field.asElement().uploadFile(path);
    },
    async paste(page) {
      await page.keyboard.down("Control");
      await page.keyboard.press("v");
      await page.keyboard.up("Control");
    },
  };
}

const browsers = { chromium: openChromium, firefox: openFirefox };

/** A started browser; ends with the tests. `open()` gives a Tab. */
export async function browser(name) {
  const started = await browsers[name]();
  after(() => started.close());
  return {
    name,
    async open(url, { width = 1280, height = 900, scheme = "light" } = {}) {
      const page = await started.page({ width, height, scheme });
      const tab = new Tab(page, started);
      await page.goto(url);
      return tab;
    },
  };
}

/** One open page, with what it asked for and what went wrong in it. */
class Tab {
  constructor(page, started) {
    this.page = page;
    this.started = started;
    this.requests = [];
    this.problems = [];
    page.on("request", (request) => this.requests.push(request.url()));
    page.on("pageerror", (error) => this.fault(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.fault(message.text());
    });
  }

  /** Firefox tells what a policy refused as an error, the favicon that it asked for itself too. */
  fault(text) {
    if (!/\/favicon\.ico/.test(text)) this.problems.push(text);
  }

  evaluate(work, argument) {
    return this.page.evaluate(work, argument);
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  upload(path) {
    return this.started.upload(this.page, path);
  }

  /** Waits until `work` gives something truthy in the page, and gives that. */
  async until(work, argument, what = String(work)) {
    const end = Date.now() + patience;
    for (;;) {
      const value = await this.page.evaluate(work, argument);
      if (value) return value;
      if (Date.now() > end) {
        throw new Error(`not within ${patience / 1000} s: ${what}\n${this.problems.join("\n")}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The verdict in large type, once it is there. */
  verdict() {
    return this.until(() => {
      const app = document.querySelector("gowhy-app").shadowRoot;
      const report = app.querySelector("gowhy-report")?.shadowRoot;
      return report?.querySelector("[data-verdict]")?.textContent.replace(/\s+/g, " ").trim();
    });
  }

  /** All text of the report, words of the causes included. */
  reportText() {
    return this.until(() => {
      const app = document.querySelector("gowhy-app").shadowRoot;
      const view = app.querySelector("gowhy-report");
      const told = view?.report?.findings.every((finding) => finding.explanation);
      return told ? view.shadowRoot.textContent.replace(/\s+/g, " ") : null;
    });
  }

  /** What the page shows: start, reading, report or trouble. */
  view() {
    return this.page.evaluate(() => document.querySelector("gowhy-app").view);
  }

  /** The browser's own wish for a favicon is not the page's doing. */
  async violations() {
    const all = await this.page.evaluate(() => globalThis.violations);
    return all.filter((one) => !/^img-src .*\/favicon\.ico$/.test(one));
  }

  /** The page kept to its origin, and nothing in it failed. */
  async assertClean(origin) {
    const elsewhere = this.requests.filter((url) => !url.startsWith(`${origin}/`));
    assert.deepEqual(
      elsewhere.filter((url) => !/^(blob|data):/.test(url)),
      [],
      "requests to other origins",
    );
    assert.deepEqual(await this.violations(), [], "refused by the policy");
    assert.deepEqual(this.problems, []);
  }

  close() {
    return this.page.close();
  }
}

/** Puts a text into the clipboard and presses Ctrl+V, wherever the focus is. */
export async function paste(tab, text) {
  await tab.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await tab.started.paste(tab.page);
}

/** Drops files {name, bytes} onto the page; the bytes travel as base64. */
export function drop(tab, files) {
  const packed = files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
  return tab.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    given.forEach(({ name, base64 }, index) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { lastModified: 1000 + index }));
    });
    const event = { dataTransfer, bubbles: true, cancelable: true, composed: true };
    document.body.dispatchEvent(new DragEvent("dragover", event));
    document.body.dispatchEvent(new DragEvent("drop", event));
  }, packed);
}

/** A capture below tests/dumps, decompressed. */
export function capture(file) {
  return { name: basename(file), bytes: decompressed(join(dumps, file)) };
}

export const axeSource = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
