// Light, dark, or as the system says; remembered on this machine.
import { html, type TemplateResult } from "lit";

export type Theme = "auto" | "light" | "dark";

const key = "gowhy-theme";
const order: Theme[] = ["auto", "light", "dark"];

export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return order.find((theme) => theme === stored) ?? "auto";
  } catch {
    return "auto"; // storage may be forbidden
  }
}

export function nextTheme(theme: Theme): Theme {
  return order[(order.indexOf(theme) + 1) % order.length] ?? "auto";
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    if (theme === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // It then holds until the page is closed.
  }
}

const signs: Record<Theme, TemplateResult> = {
  auto: html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.4" />
    <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
  </svg>`,
  light: html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="3.2" fill="currentColor" />
    <path
      d="M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M2.9 13.1l1.4-1.4M11.7 4.3l1.4-1.4"
      stroke="currentColor"
      stroke-width="1.4"
    />
  </svg>`,
  dark: html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3Z" fill="currentColor" />
  </svg>`,
};

export function themeSign(theme: Theme): TemplateResult {
  return signs[theme];
}
