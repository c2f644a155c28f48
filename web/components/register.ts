// The inner elements; each class is apart from its registration, so that it can be imported without.
import { CopyButton } from "./copy-button.ts";
import { GroupsList } from "./groups-list.ts";
import { Intake } from "./intake.ts";
import { ReportView } from "./report-view.ts";

/** Registers them once; a second bundle on the same page uses those of the first. */
export function registerComponents(): void {
  const elements = {
    "gowhy-copy": CopyButton,
    "gowhy-groups": GroupsList,
    "gowhy-intake": Intake,
    "gowhy-report": ReportView,
  };
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
