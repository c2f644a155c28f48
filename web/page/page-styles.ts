import { css } from "lit";

export const pageStyles = css`
  :host {
    --gowhy-font: "Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    min-height: 100vh;
    background: var(--_bg);
  }
  .wide {
    width: min(100% - 2rem, 74rem);
    margin-inline: auto;
  }
  .top {
    position: sticky;
    top: 0;
    z-index: 5;
    border-bottom: 1px solid var(--_line);
    background: var(--_bg);
  }
  .top .wide {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    min-height: 3.25rem;
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    color: var(--_text);
    font-size: 1.0625rem;
    font-weight: 700;
    letter-spacing: -0.02em;
    text-decoration: none;
  }
  .mark svg {
    width: 1.3rem;
    height: 1.3rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .mark circle {
    fill: var(--_accent);
    stroke: var(--_accent);
    stroke-width: 0;
  }
  nav {
    display: flex;
    gap: 0.4rem;
  }
  .sign {
    width: 1rem;
    height: 1rem;
  }
  nav a {
    color: var(--_text);
  }
  main {
    padding-block: clamp(1.5rem, 4vw, 3rem) 5rem;
  }
  .source {
    margin-bottom: 0.6rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .again {
    margin-top: 1.25rem;
  }
  .drop-hint {
    position: fixed;
    inset: 0.75rem;
    z-index: 10;
    display: grid;
    place-items: center;
    border: 2px dashed var(--_accent);
    border-radius: 12px;
    background: color-mix(in srgb, var(--_bg) 82%, transparent);
    color: var(--_accent);
    font-size: 1.25rem;
    font-weight: 600;
    pointer-events: none;
  }
  @media (min-width: 120rem) {
    .wide {
      width: min(100% - 2rem, 88rem);
    }
  }
  @media (forced-colors: active) {
    .mark svg {
      stroke: CanvasText;
    }
  }
  @media print {
    .top {
      display: none;
    }
    main {
      padding-block: 0;
    }
  }
`;
