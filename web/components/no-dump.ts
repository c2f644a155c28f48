// There was no dump in the text: what one looks like, and how to get one.
import { html, type TemplateResult } from "lit";
import type { Report } from "../../wasm/types.ts";
import { guide } from "./guide.ts";
import { capital, sentence } from "./text.ts";

// The first lines of the dump this project began with.
const sample = `goroutine 39381 [IO wait, 147 minutes]:
internal/poll.runtime_pollWait(0x7fb1bd640f00, 0x72, 0xffffffffffffffff)
    /usr/local/Cellar/go/1.12.7/libexec/src/runtime/netpoll.go:182 +0x56
…`;

export function noDump(report: Report, level: number): TemplateResult {
  const names = report.inputs.map((input) => input.name).join(", ");
  return html`<section class="no-dump" part="no-dump">
    <div class="verdict" role="heading" aria-level=${level} tabindex="-1" data-verdict>
      There is no goroutine dump in ${names === "input" || names === "" ? "this text" : names}
    </div>
    <ul class="why">
      ${report.notes.map((note) => html`<li>${sentence(capital(note.text))}.</li>`)}
    </ul>
    <p class="minor">A dump looks like this</p>
    <pre class="sample">${sample}</pre>
    <p class="muted">
      Log lines around it, prefixes before every line and a cut end do no harm. A profile of pprof (debug=1 or
      the binary file), a race report, a test log and Delve's output are read as well.
    </p>
    <p class="section-title" role="heading" aria-level=${level + 1}>How to get one</p>
    ${guide()}
  </section>`;
}
