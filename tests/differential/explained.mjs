// Every kind of difference between gowhy and its peers that is understood: which readings differ,
// who is right, why. tests/differential/README.md lists the dumps that show each of them; a difference
// that no kind explains fails the test, and so does a kind that explains nothing any more.
//
// A difference is {id, peer, field, ours, theirs, header, snapshots}: `id` is the capture, `field` is "missing" (the
// peer has no such goroutine), "extra" (only the peer has it), "state", "minutes", "locked", "calls" or
// "creator", `header` the goroutine's first line, `snapshots` how many gowhy sees in the capture.
import { isHeader } from "./readings.mjs";

const unescaped = (name) =>
  name.replace(/%([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
const withoutGoroutine = (creator) => creator.replace(/ in goroutine \d+(?=:\d+$)/, "");

export const kinds = [
  {
    name: "goroutine-0",
    right: "both",
    why: "Goroutine 0 is the scheduler's own stack on a thread (`g0`), printed once per thread in a crash. The peers count it among the goroutines; gowhy takes the operation's exact address from it and does not list it.",
    explains: ({ field, theirs }) => field === "extra" && theirs.id === 0,
  },
  {
    name: "gp-in-header",
    right: "gowhy",
    why: "Go 1.22 added `gp=… m=… mp=…` between the id and the bracket (runtime/traceback.go, goroutineheader). gostackparse's expression for the header does not know it, and it drops the goroutine.",
    explains: ({ peer, field, header }) =>
      peer === "gostackparse" && field === "missing" && / gp=0x/.test(header),
  },
  {
    name: "state-suffix",
    right: "both",
    why: "`(leaked)`, `(scan)` and `(durable)` follow the reason in the bracket. The peers leave them in the state; gowhy reads them as flags, so that `chan receive` stays one state.",
    explains: ({ field, ours, theirs }) =>
      field === "state" && theirs.state.replace(/ \((leaked|scan|durable)\)/g, "") === ours.state,
  },
  {
    name: "creator-with-goroutine",
    right: "gowhy",
    why: "Since Go 1.21 `created by F in goroutine N` names the creating goroutine. panicparse leaves it in the function's name, so the same creator is another one for each N.",
    explains: ({ peer, field, ours, theirs }) =>
      peer === "panicparse" &&
      field === "creator" &&
      withoutGoroutine(theirs.creator) === ours.creator,
  },
  {
    name: "stack-unavailable",
    right: "gowhy",
    why: "`goroutine running on other thread; stack unavailable` is no call. panicparse makes a call without a name of it, gostackparse drops the goroutine.",
    explains: ({ peer, field, ours }) =>
      field === (peer === "panicparse" ? "calls" : "missing") &&
      ours.text.includes("; stack unavailable"),
  },
  {
    name: "labels-in-header",
    right: "gowhy",
    why: "Go 1.27 prints a goroutine's labels behind the bracket, `[chan send] {currency: EUR}:`. Neither peer takes that for a header.",
    explains: ({ field, header }) => field === "missing" && /\] \{.*\}:$/.test(header),
  },
  {
    name: "posted-text",
    right: "gowhy",
    why: "A fence on the line of the first header hides it from the peers, and without the star that a web page took `(*conn).Read` is another function to them. gowhy reads both as the runtime printed them.",
    explains: ({ id }) => /wrapped\/post\.(fence-line|starless|slanted)\./.test(id),
  },
  {
    name: "synctest-bubble",
    right: "gowhy",
    why: "Goroutines of testing/synctest (Go 1.24) have `, synctest bubble 1` in the bracket. gostackparse's expression for the header ends at the minutes and the thread lock.",
    explains: ({ peer, field, header }) =>
      peer === "gostackparse" && field === "missing" && /, synctest bubble \d+\]/.test(header),
  },
  {
    name: "line-behind",
    right: "gowhy",
    why: "gostackparse wants a blank line behind a goroutine. Where the program or `go test` goes on at once (`FAIL`, the next log line, a second panic), it takes that line for a call and drops the whole goroutine: in a panic or a timed-out test often the one that matters.",
    explains: ({ peer, field, ours }) =>
      peer === "gostackparse" && field === "missing" && ours.next.trim() !== "",
  },
  {
    name: "frames-elided",
    right: "gowhy",
    why: "Since Go 1.21 a stack of more than 100 calls has `...11 frames elided...` in its middle and its oldest calls behind that (runtime/traceback.go, traceback1). gostackparse knows only the older `...additional frames elided...` and drops the goroutine.",
    explains: ({ peer, field, ours }) =>
      peer === "gostackparse" &&
      field === "missing" &&
      /\n\.\.\.\d+ frames elided\.\.\./.test(ours.text),
  },
  {
    name: "escaped-path",
    right: "both",
    why: "The linker escapes dots in the last element of an import path, `gopkg.in/natefinch/lumberjack%2ev2` (cmd/internal/objabi, PathToPrefix). The report keeps the symbol as Go prints it, and its sentences say it unescaped; panicparse unescapes it at once.",
    explains: ({ peer, field, ours, theirs }) =>
      peer === "panicparse" &&
      ((field === "creator" && unescaped(ours.creator) === withoutGoroutine(theirs.creator)) ||
        (field === "calls" && ours.calls.map(unescaped).join() === theirs.calls.join())),
  },
  {
    name: "labels-in-bracket",
    right: "gowhy",
    why: "Go 1.26 prints a goroutine's labels inside the bracket with GODEBUG=tracebacklabels=1. The peers take them for the state, or the line for no header.",
    explains: ({ field, header }) =>
      ["missing", "state"].includes(field) && header.includes(" labels:{"),
  },
  {
    name: "c-frames",
    right: "gowhy",
    why: "C functions in a stack (runtime.SetCgoTraceback, or `non-Go function`) have a name without arguments, or none, and `pc=` behind their place. The peers end the stack there or drop the goroutine.",
    explains: ({ field, ours }) =>
      field !== "extra" && /^non-Go function|^\t\S+:\d+ pc=0x/m.test(ours.text),
  },
  {
    name: "stack-in-a-record",
    right: "gowhy",
    why: "A logger wrote `debug.Stack()` and then all goroutines into records of its own, escaped or with fields behind them. gowhy takes the record off and lists a goroutine that is printed twice once.",
    explains: ({ id, header }) =>
      id.startsWith("formats/logged_stack.") || header.includes("]:\\n"),
  },
  {
    name: "torn-line",
    right: "gowhy",
    why: "Another process wrote between the lines of the dump and inside of them. gowhy puts the line together again; the peers end the stack there.",
    explains: ({ id, field }) => field !== "extra" && /^formats\/torn_output\..*\.log\./.test(id),
  },
  {
    name: "wrapped",
    right: "gowhy",
    why: "The dump was copied by way of a log, a container or a page. What of it the peers read is chance; gowhy takes the wrapping off.",
    explains: ({ id, field, ours, header }) =>
      field !== "extra" &&
      (id.startsWith("formats/wrapped/") ||
        (!header.startsWith("goroutine ") && isHeader(ours.text))),
  },
  {
    name: "spaces-for-tab",
    right: "gowhy",
    why: "A place that is indented by spaces, as after copying from a page. gostackparse wants the tab and drops the goroutine.",
    explains: ({ peer, field, ours }) =>
      peer === "gostackparse" && field === "missing" && /\n +\S+:\d+/.test(ours.text),
  },
  {
    name: "crash-section",
    right: "both",
    why: "With GOTRACEBACK=crash each further thread prints its own section behind `-----`, its goroutine once more (runtime/signal_unix.go, crash). gowhy lists a goroutine once; the peers list it again.",
    explains: ({ id, field, theirs }) =>
      field === "extra" && / #\d+$/.test(theirs.key) && /\.crash\./.test(id),
  },
  {
    name: "another-snapshot",
    right: "both",
    why: "Several dumps in one input are snapshots to gowhy. It describes one of them goroutine by goroutine and compares the others by their groups; the peers run them together, so an id stands for several goroutines.",
    explains: ({ field, snapshots }) => field === "extra" && snapshots > 1,
  },
  {
    name: "go-deadlock-report",
    right: "gowhy",
    why: "The entries of sasha-s/go-deadlock's report (`current goroutine 1 lock 0x…`) have no header of the runtime. gowhy reads each as a goroutine with the stack it had; the peers do not know them.",
    explains: ({ field, ours }) => field === "missing" && !isHeader(ours.text),
  },
];
