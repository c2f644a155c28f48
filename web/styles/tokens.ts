// Colours, type and distances of everything that has a shadow root. A host page changes the look with
// the --gowhy-* properties; the --_* ones are ours. light-dark() follows color-scheme, which follows
// the reader's system unless a theme is asked for.
import { css } from "lit";

export const tokens = css`
  :host {
    color-scheme: light dark;
    --_bg: var(--gowhy-background, light-dark(#ffffff, #131619));
    --_surface: var(--gowhy-surface, light-dark(#f6f7f9, #1a1e22));
    --_raised: light-dark(#ffffff, #181c20);
    --_text: var(--gowhy-text, light-dark(#1a1f25, #e3e7eb));
    --_muted: var(--gowhy-muted, light-dark(#566170, #9ba6b2));
    --_line: var(--gowhy-border, light-dark(#dde2e8, #2c333a));
    --_line-strong: light-dark(#b9c1cb, #47515b);
    --_accent: var(--gowhy-accent, light-dark(#00697a, #5cc8d7));
    --_accent-soft: color-mix(in srgb, var(--_accent) 11%, transparent);
    --_on-accent: var(--gowhy-on-accent, light-dark(#ffffff, #08191c));
    --_critical: light-dark(#b3202a, #ff8f8a);
    --_critical-soft: light-dark(#fdf0f0, #2f1c1d);
    --_warning: light-dark(#865200, #edb95a);
    --_warning-soft: light-dark(#fdf5e6, #2c2416);
    --_info: light-dark(#566170, #9ba6b2);
    --_info-soft: light-dark(#f1f3f6, #20262c);
    --_good: light-dark(#14713a, #74cc92);
    --_good-soft: light-dark(#eef7f1, #17271d);
    --_radius: var(--gowhy-radius, 8px);
    --_font: var(--gowhy-font, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif);
    --_code: var(
      --gowhy-code-font,
      ui-monospace,
      "SF Mono",
      "Cascadia Mono",
      Menlo,
      Consolas,
      "DejaVu Sans Mono",
      monospace
    );
  }
  @media print {
    :host {
      color-scheme: light;
    }
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
`;
