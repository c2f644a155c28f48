import { css } from "lit";

export const groupStyles = css`
  :host {
    container: groups / inline-size;
  }
  .table {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    overflow: clip;
  }
  .scroller {
    max-height: min(70vh, 44rem);
    overflow-y: auto;
    overscroll-behavior: auto;
  }
  .sizer {
    position: relative;
    overflow-anchor: none;
  }
  .window {
    position: absolute;
    inset: 0 0 auto;
  }
  .row {
    display: grid;
    grid-template-columns: 7.5rem minmax(0, 1fr) 10.5rem 10rem;
    align-items: center;
    gap: 0 1rem;
    min-height: 2.6rem;
    padding: 0 0.75rem;
    font-size: 0.8125rem;
    line-height: 1.35;
  }
  .item .amount,
  .item .wait {
    font-variant-numeric: tabular-nums;
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    min-height: 2rem;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .item {
    contain: layout style;
  }
  .item + .item {
    border-top: 1px solid var(--_line);
  }
  .item:hover > .row:first-child {
    background: var(--_surface);
  }
  .head .amount {
    text-align: end;
  }
  .item .amount {
    position: relative;
    align-self: stretch;
    display: flex;
    align-items: center;
    justify-content: flex-end;
  }
  .bar {
    position: absolute;
    inset-block: 25%;
    inset-inline-end: -0.4rem;
    border-radius: 3px;
    background: var(--_accent-soft);
  }
  .number {
    position: relative;
    font-weight: 600;
  }
  .where button {
    display: flex;
    align-items: baseline;
    gap: 0.6rem;
    width: 100%;
    padding: 0.35rem 0;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .where button::before {
    content: "";
    flex: none;
    width: 0.36rem;
    height: 0.36rem;
    margin-inline-start: 0.1rem;
    border: solid var(--_muted);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }
  .where button[aria-expanded="true"]::before {
    transform: rotate(45deg);
  }
  .where .name,
  .where .sub {
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .where .name {
    margin-inline-end: 0.6rem;
  }
  .where .own {
    font-weight: 600;
  }
  .where .sub {
    color: var(--_muted);
  }
  .state,
  .wait {
    color: var(--_muted);
  }
  .flag {
    padding: 0 0.35em;
    border: 1px solid var(--_line-strong);
    border-radius: 4px;
    font-size: 0.75rem;
  }
  .details {
    display: block;
    padding: 0.25rem 0.75rem 0.9rem;
  }
  .extra {
    margin-top: 0.5rem;
    color: var(--_muted);
    font-size: 0.75rem;
    overflow-wrap: anywhere;
  }
  @container groups (max-width: 44rem) {
    .row {
      grid-template-columns: 4rem minmax(0, 1fr);
      gap: 0 0.75rem;
    }
    .head .state,
    .head .wait {
      display: none;
    }
    .item .state,
    .item .wait {
      grid-column: 2;
      padding-inline-start: 1.05rem;
      font-size: 0.75rem;
    }
    .item .state:empty,
    .item .wait:empty {
      display: none;
    }
    .item .wait {
      padding-bottom: 0.4rem;
    }
    .details {
      padding-inline: 0.4rem;
    }
  }
  @media (forced-colors: active) {
    .bar {
      border-bottom: 2px solid CanvasText;
    }
  }
  /* On paper there is no scrolling: the rows that exist stand one after the other. */
  @media print {
    .scroller {
      max-height: none;
      overflow: visible;
    }
    .sizer {
      height: auto !important;
    }
    .window {
      position: static;
      transform: none !important;
    }
    .head {
      position: static;
    }
  }
`;
