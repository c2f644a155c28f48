// How to get a dump: each way with its command, what it shows and what it hides.
import { css, html, type TemplateResult } from "lit";

export interface Way {
  name: string;
  command: string;
  shows: string;
  hides: string;
}

export const ways: Way[] = [
  {
    name: "From a running service",
    command: "curl -s 'http://localhost:6060/debug/pprof/goroutine?debug=2' -o dump.txt",
    shows: "Every stack with its state and minutes waited. Needs net/http/pprof in the program.",
    hides:
      "The program stands still while it is written: above some 20,000 goroutines take debug=1, which has counts but hides states and waits.",
  },
  {
    name: "From any Go process",
    command: "kill -QUIT PID",
    shows: "Every stack, on stderr, with no preparation.",
    hides: "The process ends, and a log collector may cut long output.",
  },
  {
    name: "All goroutines of a crash",
    command: "GOTRACEBACK=all ./server",
    shows: "A later panic prints all goroutines and not only the one that panicked.",
    hides: "Hides the runtime’s own goroutines; GOTRACEBACK=system shows them too.",
  },
  {
    name: "From a pod",
    command:
      "kubectl exec POD -- curl -s 'localhost:6060/debug/pprof/goroutine?debug=2' > dump.txt",
    shows: "The same as from a service. Without curl in the image: kubectl port-forward POD 6060.",
    hides: "Shows this pod only: take a second one to see whether all are alike.",
  },
  {
    name: "With Delve, or from a core file",
    command: "dlv attach PID",
    shows: "At its prompt, goroutines -t prints the stacks; dlv core does it for a core file.",
    hides: "Hides how long they have waited; the process stands still meanwhile.",
  },
  {
    name: "A test that hangs",
    command: "go test -timeout 30s ./...",
    shows: "When the time is up the test panics and prints all goroutines.",
    hides: "Hides nothing; paste the log as it is, what surrounds the dump is skipped.",
  },
  {
    name: "From inside the program",
    command: 'pprof.Lookup("goroutine").WriteTo(os.Stderr, 2)',
    shows: "The same text as the first way, whenever you want it.",
    hides:
      "runtime.Stack(buf, true) does it too, but cuts at the end of buf: often the one that matters is lost.",
  },
];

export function guide(): TemplateResult {
  return html`<ul class="guide">
    ${ways.map(
      ({ name, command, shows, hides }) =>
        html`<li>
          <p class="way">${name}</p>
          <div class="command">
            <code tabindex="0" role="group" aria-label="Command">${command}</code>
            <gowhy-copy .text=${command} label="Copy: ${name}"></gowhy-copy>
          </div>
          <p class="tells">${shows}</p>
          <p class="tells muted">${hides}</p>
        </li>`,
    )}
  </ul>`;
}

export const guideStyles = css`
  .guide {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr));
    gap: 1.1rem 2rem;
    font-size: 0.8125rem;
  }
  .guide li {
    min-width: 0;
  }
  .way {
    margin-bottom: 0.25rem;
    font-weight: 600;
  }
  .command {
    display: flex;
    align-items: center;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_surface);
  }
  .command code {
    flex: 1;
    min-width: 0;
    padding: 0.35rem 0.65rem;
    overflow-x: auto;
    white-space: pre;
    font-size: 0.75rem;
    background: none;
  }
  .tells {
    margin-top: 0.25rem;
    line-height: 1.45;
  }
`;
