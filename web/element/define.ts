// Registers <go-why> and hands it the client that its bundle can make.
import type { Client } from "../../wasm/client.ts";
import { registerComponents } from "../components/register.ts";
import { GoWhy } from "./go-why.ts";

/** The first bundle on a page wins; another copy of the script changes nothing. */
export function defineGoWhy(client: Client): void {
  if (customElements.get("go-why")) return;
  GoWhy.client = client;
  registerComponents();
  customElements.define("go-why", GoWhy);
}

declare global {
  interface HTMLElementTagNameMap {
    "go-why": GoWhy;
  }
}
