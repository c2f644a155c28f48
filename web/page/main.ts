import { registerComponents } from "../components/register.ts";
import { GowhyApp } from "./app.ts";
import { applyTheme, storedTheme } from "./theme.ts";

applyTheme(storedTheme());
registerComponents();
customElements.define("gowhy-app", GowhyApp);
