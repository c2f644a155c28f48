// Text of the report as Lit templates. Nothing here ever becomes HTML by itself: names in a dump are
// whatever somebody called them, so every piece goes in as text.
import { html, type nothing, type TemplateResult } from "lit";

export type Rendered = TemplateResult | string | typeof nothing;

/** A sentence of the core: only its code spans are marked up. */
export function sentence(text: string): Rendered[] {
  return text
    .split(/(`[^`]+`)/)
    .filter(Boolean)
    .map((part) =>
      /^`[^`]+`$/.test(part) ? html`<code>${breakable(part.slice(1, -1))}</code>` : part,
    );
}

const longName = 32;

/** Long names break after their separators rather than anywhere; short ones stay whole. */
export function breakable(name: string): Rendered[] {
  if (name.length < longName) return [name];
  return name
    .split(/(?<=[/.)])(?=[^/.)\s])/)
    .flatMap((part, index) => (index === 0 ? [part] : [html`<wbr />`, part]));
}

/** A rate with as many digits as mean something: 133, 3.1, 0.02. */
export function rounded(value: number): string {
  return String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
