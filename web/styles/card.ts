import { css } from "lit";

export const cardStyles = css`
  .card {
    container: card / inline-size;
    position: relative;
    padding: 1.15rem 1.25rem 1.1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    scroll-margin-top: 4.5rem;
  }
  .card + .card {
    margin-top: 1rem;
  }
  .card::before {
    content: "";
    position: absolute;
    inset: -1px auto -1px -1px;
    width: 4px;
    border-radius: var(--_radius) 0 0 var(--_radius);
    background: var(--_tone);
  }
  .critical {
    --_tone: var(--_critical);
    --_tone-soft: var(--_critical-soft);
  }
  .warning {
    --_tone: var(--_warning);
    --_tone-soft: var(--_warning-soft);
  }
  .info {
    --_tone: var(--_info);
    --_tone-soft: var(--_info-soft);
  }
  .card:focus-visible {
    border-radius: var(--_radius);
    outline-offset: 3px;
  }
  .card > * + * {
    margin-top: 0.9rem;
  }
  .card-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.45rem 1.5rem;
    align-items: baseline;
  }
  .card-title {
    grid-column: 1 / -1;
    font-size: 1.125rem;
    font-weight: 650;
    line-height: 1.35;
    letter-spacing: -0.01em;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2rem 0.6rem;
    font-size: 0.8125rem;
  }
  .severity {
    padding: 0.05rem 0.5rem;
    border: 1px solid color-mix(in srgb, var(--_tone) 35%, transparent);
    border-radius: 4px;
    background: var(--_tone-soft);
    color: var(--_tone);
    font-weight: 600;
  }
  .confidence {
    font-weight: 600;
  }
  .amount {
    font-size: 0.8125rem;
    color: var(--_muted);
    white-space: nowrap;
  }
  .amount strong {
    color: var(--_text);
    font-size: 1.0625rem;
    font-weight: 650;
  }
  .summary {
    max-width: 52rem;
  }
  .places {
    display: grid;
    gap: 0.25rem;
    font-size: 0.875rem;
  }
  .places > div {
    display: grid;
    grid-template-columns: 9.5rem minmax(0, 1fr);
    gap: 0 0.75rem;
  }
  .places dt {
    color: var(--_muted);
  }
  .places .own {
    font-weight: 600;
    margin-inline-end: 0.75rem;
  }
  .trend {
    font-size: 0.875rem;
  }
  .stacks {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr));
    gap: 0.8rem 1rem;
    align-items: start;
  }
  .stacks figure {
    min-width: 0;
  }
  .stacks figcaption {
    margin-bottom: 0.3rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .evidence {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    gap: 0.75rem 2rem;
    font-size: 0.875rem;
  }
  .evidence li {
    position: relative;
    padding-inline-start: 1.25rem;
  }
  .evidence li + li {
    margin-top: 0.3rem;
  }
  .evidence li::before {
    position: absolute;
    inset-inline-start: 0.15rem;
    font-weight: 700;
  }
  .for li::before {
    content: "+" / "";
    color: var(--_good);
  }
  .against li::before {
    content: "\\2212" / "";
    color: var(--_warning);
  }
  .next gowhy-copy {
    vertical-align: middle;
  }
  .next {
    max-width: 60rem;
    font-size: 0.875rem;
  }
  .section {
    border-top: 1px solid var(--_line);
    padding-top: 0.65rem;
  }
  .card > .section {
    margin-top: 0.75rem;
  }
  .pair {
    display: grid;
    gap: 0.75rem 2rem;
    align-items: start;
  }
  .pair:empty {
    display: none;
  }
  @container card (min-width: 56rem) {
    .pair:has(> * + *) {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  .section > summary {
    width: fit-content;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .section > summary::marker {
    color: var(--_muted);
  }
  .prose {
    margin-top: 0.5rem;
    font-size: 0.875rem;
  }
  .prose > :not(.sides, figure),
  .prose p {
    max-width: 46rem;
  }
  .prose > * + * {
    margin-top: 0.6rem;
  }
  .prose ul:not(.references) {
    list-style: disc;
    padding-inline-start: 1.2rem;
  }
  .prose ol {
    list-style: decimal;
    padding-inline-start: 1.4rem;
  }
  .explains {
    border-top: 1px solid var(--_line);
    padding-top: 0.65rem;
    font-size: 0.875rem;
  }
  .explained {
    padding: 0.15rem 0;
  }
  .explained > summary {
    color: var(--_accent);
  }
  .explained-body {
    margin: 0.6rem 0 0.8rem;
    padding-inline-start: 1rem;
    border-inline-start: 2px solid var(--_tone);
  }
  .explained-body > * + * {
    margin-top: 0.7rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  @container card (max-width: 34rem) {
    .card-head {
      grid-template-columns: minmax(0, 1fr);
    }
    .amount {
      order: 3;
    }
    .places > div {
      grid-template-columns: 1fr;
    }
  }
  @media (max-width: 30rem) {
    .card {
      padding-inline: 0.9rem;
    }
  }
  @media (forced-colors: active) {
    .card::before {
      background: CanvasText;
    }
    .severity {
      border-color: CanvasText;
    }
  }
  @media print {
    .card {
      break-inside: auto;
    }
    .stacks,
    .evidence li {
      break-inside: avoid;
    }
  }
`;
