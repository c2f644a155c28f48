import { css } from "lit";

export const reportStyles = css`
  :host {
    container: report / inline-size;
  }
  section + section {
    margin-top: 2.25rem;
  }
  .section-title {
    margin-bottom: 0.75rem;
    font-size: 1.0625rem;
    font-weight: 650;
    letter-spacing: -0.008em;
  }
  .verdict {
    max-width: 52rem;
    font-size: clamp(1.2rem, 1rem + 0.9vw, 1.5rem);
    font-weight: 600;
    line-height: 1.32;
    letter-spacing: -0.015em;
    text-wrap: pretty;
  }
  .verdict code {
    padding: 0;
    background: none;
    font-weight: 500;
    letter-spacing: -0.02em;
  }
  .verdict:focus-visible {
    outline-offset: 6px;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0;
    margin-top: 0.9rem;
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .facts li:not(:last-child)::after {
    content: "·";
    margin-inline: 0.5rem;
  }
  .facts strong {
    color: var(--_text);
    font-weight: 600;
  }
  .restart {
    max-width: 52rem;
    margin-top: 0.9rem;
    padding: 0.55rem 0.85rem;
    border-inline-start: 3px solid var(--_line-strong);
    background: var(--_surface);
    font-size: 0.875rem;
  }
  .all-clear {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-bottom: 0.6rem;
    color: var(--_good);
    font-weight: 600;
    font-size: 0.875rem;
  }
  .all-clear svg {
    width: 1.15rem;
    height: 1.15rem;
  }
  .events {
    margin-top: 0.9rem;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .events code {
    margin-inline-start: 0.5rem;
  }
  .no-dump .why {
    margin: 0.6rem 0 1.6rem;
    color: var(--_muted);
  }
  .no-dump .sample {
    margin-bottom: 0.7rem;
    padding: 0.7rem 0.85rem;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_surface);
    overflow-x: auto;
  }
  .no-dump > .muted {
    max-width: 46rem;
    font-size: 0.875rem;
  }
  .no-dump .section-title {
    margin-top: 2rem;
  }
  .looked {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: 1.25rem 2rem;
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.875rem;
  }
  .looked li {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.15rem 0;
  }
  .minor {
    margin-bottom: 0.25rem;
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin-bottom: 0.75rem;
    font-size: 0.875rem;
  }
  .fold > summary {
    padding: 0.6rem 0;
    font-size: 0.875rem;
  }
  .fold .roles {
    margin: 0.2rem 0 0.9rem;
    font-size: 0.875rem;
    color: var(--_muted);
    columns: 22rem 2;
    column-gap: 2rem;
  }
  .roles li {
    break-inside: avoid;
  }
  .roles strong,
  .looked li span:last-child {
    font-variant-numeric: tabular-nums;
  }
  .roles strong {
    display: inline-block;
    min-width: 3.5rem;
    color: var(--_text);
    font-weight: 600;
    text-align: end;
    margin-inline-end: 0.5rem;
  }
  .notes li {
    display: grid;
    grid-template-columns: 6.5rem minmax(0, 1fr);
    gap: 1rem;
    padding: 0.3rem 0;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .notes li + li {
    border-top: 1px solid var(--_line);
  }
  @container report (max-width: 40rem) {
    .notes li {
      grid-template-columns: 1fr;
      gap: 0;
    }
  }
`;
