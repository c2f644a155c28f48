// Writes docs/verdicts.md: what the command prints for ten hard dumps and ten healthy ones.
//
//   node scripts/verdicts.mjs            fails if the page is not what the built command prints now
//   node scripts/verdicts.mjs --write    writes it
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scriptArguments } from "./lib/arguments.mjs";
import { root } from "./lib/causes.mjs";

const { values } = scriptArguments(import.meta.url, { write: { type: "boolean" } });
const page = join(root, "docs/verdicts.md");

/** Captures below tests/dumps, and what is hard about each. */
const hard = [
  [
    "http_transport_per_request/post.go1.12.debug2.txt",
    "Two goroutines of a whole dump, all library code: the post that began this project.",
  ],
  [
    "http_transport_per_request/h2_per_call.go1.23.n40.debug2.txt",
    "HTTP/2: no readLoop and writeLoop, and the Transport is made in a helper.",
  ],
  [
    "chan_lock_deadlock/conn_pool_put.go1.21.n40.old.debug2.txt.gz",
    "A channel and a lock, each half in another goroutine.",
  ],
  [
    "lock_order_inversion/catalog_index.go1.20.n5.debug2.txt",
    "Two locks taken in both orders; the names of neither are printed, only addresses.",
  ],
  [
    "log_writer_blocked/audit_json.go1.21.n40.debug2.txt.gz",
    "Everybody logs, and nobody reads the pipe that the log goes to.",
  ],
  [
    "worker_pool_self_deadlock/render_nested_submit.go1.21.n40.old.debug2.txt.gz",
    "All workers of a pool wait for tasks that only they could run.",
  ],
  [
    "sql_pool_self_deadlock/crew_roster.go1.27.n40.old.debug2.txt.gz",
    "Every connection is held by a loop over rows that asks for a second one.",
  ],
  [
    "singleflight_leader_stuck/geo_lookups.go1.27.n25.old.debug2.txt.gz",
    "All wait for one call, whose own wait is the cause.",
  ],
  [
    "iter_pull_not_stopped/ledger_kway.go1.23.n40.old.debug2.txt.gz",
    "Coroutines that nobody will resume print no creator of use.",
  ],
  [
    "lock_holder_gone/gift_cards.go1.27.n20.debug1.txt",
    "A profile: no ids, no states, no addresses, and the culprit has returned.",
  ],
];
const healthy = [
  ["healthy/idle_pool_custom", "Idle connections of one shared Transport."],
  ["healthy/mailbox_longpoll", "Long polls: hundreds of handlers that wait on purpose."],
  ["healthy/workers_numcpu", "A pool of workers without work."],
  ["healthy/stock_busy_lock", "A lock that is always taken, and never for long."],
  ["healthy/paused_consumer", "A consumer that an operator paused."],
  ["healthy/seat_pgxpool_turning", "A pool of connections at its limit that moves."],
  ["healthy/shutdown_draining", "A shutdown that waits for its last requests."],
  [
    "healthy/token_refresh_burst",
    "All wait for one refresh that has just begun. One dump cannot tell that from a stuck one: a warning too many.",
  ],
  ["healthy/tenant_workers_crm", "A worker for each customer, most of them idle."],
  ["healthy/transfer_ordered", "The twin of the two locks above, always taken in one order."],
];

/** Of a scenario the newest release's whole dump, the one with printed minutes if there is one. */
function captureOf(scenario) {
  if (scenario.includes(".go1.")) return scenario;
  const { stdout } = spawnSync("git", ["ls-files", `tests/dumps/${scenario}.go1.*`], {
    cwd: root,
    encoding: "utf8",
  });
  const dumps = stdout.split("\n").filter((file) => /\.debug2\.txt(\.gz)?$/.test(file));
  const chosen = dumps.filter((file) => file.includes(".old.")).at(-1) ?? dumps.at(-1);
  if (!chosen) throw new Error(`no capture of ${scenario}`);
  return chosen.replace("tests/dumps/", "");
}

/** What a person reads first: everything up to the advice of the first finding. */
function printed(capture) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, "dist/cli/gowhy.mjs"), join(root, "tests/dumps", capture)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${capture}: ${stderr}`);
  const lines = stdout.trimEnd().split("\n");
  const advice = lines.indexOf("  Normal when");
  return (advice < 0 ? lines : [...lines.slice(0, advice), "  …"]).join("\n").trimEnd();
}

function section(entries) {
  return entries.map(([name, about]) => {
    const capture = captureOf(name);
    return `### \`${capture}\`\n\n${about}\n\n\`\`\`text\n${printed(capture)}\n\`\`\`\n`;
  });
}

const text = [
  "# Twenty verdicts, as printed",
  "",
  "Made by `node scripts/verdicts.mjs --write`; do not edit. Each dump lies in `tests/dumps`, beside the",
  "program that printed it. What follows `…` is how to tell the normal case, how to confirm, and the fix.",
  "",
  "## Ten that are hard",
  "",
  ...section(hard),
  "## Ten of healthy programs",
  "",
  ...section(healthy),
].join("\n");

if (values.write) {
  writeFileSync(page, text);
  console.log("docs/verdicts.md is written");
} else {
  const same = existsSync(page) && readFileSync(page, "utf8") === text;
  if (!same) console.log("docs/verdicts.md is not what the command prints now");
  process.exitCode = same ? 0 : 1;
}
