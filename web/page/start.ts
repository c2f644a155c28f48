// The page before a dump is there.
import { css, html, type TemplateResult } from "lit";
import { guide } from "../components/guide.ts";
import { examples } from "../examples.ts";

export function start(): TemplateResult {
  return html`
    <section class="hero" aria-labelledby="title">
      <h1 id="title" tabindex="-1">Go, why are my goroutines stuck?</h1>
      <p class="lead">Paste a goroutine dump and read the cause, the line, and the fix.</p>
      <gowhy-intake></gowhy-intake>
      <div class="examples">
        <h2>Or look at a real one</h2>
        <ul>
          ${examples.map(
            ({ id, title }) => html`<li><a class="chip" href="#example=${id}">${title}</a></li>`,
          )}
        </ul>
      </div>
    </section>
    <section class="block" aria-labelledby="get">
      <h2 id="get">How do I get a dump?</h2>
      ${guide()}
    </section>
    <section class="block" aria-labelledby="rules">
      <h2 id="rules">What is normal in your service?</h2>
      <gowhy-rules></gowhy-rules>
    </section>
    <section class="block" aria-labelledby="private">
      <h2 id="private">Nothing leaves this tab</h2>
      ${proof()}
    </section>
  `;
}

/** Why that can be believed, and how to check it. */
function proof(): TemplateResult {
  const policy = document.querySelector<HTMLMetaElement>(
    "meta[http-equiv=Content-Security-Policy]",
  );
  const rules = (policy?.content ?? "").split(";").map((rule) => rule.trim());
  return html`<div class="proof">
    <p>
      The dump is read by WebAssembly in this tab; there is no server to send it to. You need not believe that:
    </p>
    <ul>
      <li>
        <strong>The browser forbids it.</strong> This page’s policy lets it connect to its own address alone,
        for its own files:
        <code>${rules.find((rule) => rule.startsWith("connect-src"))}</code>.
        <details>
          <summary>The whole policy</summary>
          <pre tabindex="0">${rules.filter(Boolean).join(";\n")}</pre>
        </details>
      </li>
      <li>
        <strong>It works offline.</strong> Everything is loaded by now: cut the network, then paste.
      </li>
      <li>
        <strong>You can watch.</strong> Open the browser’s network panel: a paste sends nothing.
      </li>
    </ul>
  </div>`;
}

export const startStyles = css`
  .hero h1:focus-visible {
    outline-offset: 4px;
  }
  .hero h1 {
    margin: 0;
    font-size: clamp(1.5rem, 1.1rem + 1.8vw, 2.125rem);
    font-weight: 680;
    line-height: 1.15;
    letter-spacing: -0.025em;
    text-wrap: balance;
  }
  .lead {
    margin: 0.6rem 0 1.4rem;
    color: var(--_muted);
    font-size: 1.0625rem;
  }
  h2 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 650;
    letter-spacing: -0.005em;
  }
  .examples {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.6rem 1rem;
    margin-top: 1.1rem;
  }
  .examples h2 {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .examples ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.45rem;
  }
  .chip {
    display: inline-block;
    padding: 0.22rem 0.7rem;
    border: 1px solid var(--_line-strong);
    border-radius: 999px;
    background: var(--_raised);
    color: var(--_text);
    font-size: 0.8125rem;
    font-weight: 500;
    text-decoration: none;
  }
  .chip:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .block {
    margin-top: 2.75rem;
    padding-top: 1.4rem;
    border-top: 1px solid var(--_line);
  }
  .block > h2 {
    margin-bottom: 1rem;
  }
  .proof {
    font-size: 0.875rem;
  }
  .proof ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: 1rem 2rem;
    margin-top: 0.9rem;
  }
  .proof li {
    padding-inline-start: 0.9rem;
    border-inline-start: 2px solid var(--_line-strong);
  }
  .proof details {
    margin-top: 0.4rem;
  }
  .proof summary {
    color: var(--_muted);
  }
  .proof pre {
    margin-top: 0.3rem;
    overflow-x: auto;
    font-size: 0.75rem;
  }
`;
