import { registerComponents } from "../components/register.ts";
import { GowhyApp } from "./app.ts";
import { RulesSetting } from "./rules.ts";
import { applyTheme, storedTheme } from "./theme.ts";

applyTheme(storedTheme());
registerComponents();
customElements.define("gowhy-rules", RulesSetting);
customElements.define("gowhy-app", GowhyApp);
