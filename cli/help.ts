export const help = `gowhy reads Go goroutine dumps and names the cause of a leak, hang or crash.

Usage: gowhy [options] [FILE | URL | -]...

  gowhy dump.txt                   one dump, also gzip, zip or inside a log
  gowhy http://localhost:6060/debug/pprof/goroutine?debug=2
  gowhy localhost:6060             the same, at the right level of detail
  kubectl logs pod | gowhy         from a pipe
  gowhy --compare 1.txt 2.txt      one process over time, oldest first

How to get a dump:
  curl -o dump.txt 'http://localhost:6060/debug/pprof/goroutine?debug=2'
                                   where net/http/pprof is imported
  kill -QUIT PID                   any Go program: prints all goroutines to its
                                   stderr and ends
  GOTRACEBACK=all ./program        so that a crash prints every goroutine
  go test -timeout 30s ./...       a test that hangs prints them when time is up

Options:
  --format FORMAT       text (default), json, markdown, html, sarif, github
                        or speedscope
  -o, --output FILE     write there instead of stdout, whole or not at all
  --compare             the inputs are snapshots of one process, oldest first
  --fleet               the inputs are processes of one service (not built yet)
  --fail-on SEVERITY    exit 1 if a finding is that severe: critical, warning,
                        info, never (default)
  --min-severity SEV    show only findings that are at least critical, warning
                        or info
  --filter QUERY        show only matching goroutines, as on the page:
                        'state:chan* age:>5m pkg:myapp'
  --baseline FILE       an earlier report (--format json) to compare with
  --fail-on-new         exit 1 if there is a finding that the baseline has not
  --rules FILE          causes of your own (JSON); may be repeated
  --redact              replace names of your code by pkg1.T2.f3, for sharing
  --all                 every group, normal ones too
  --source-url TEMPLATE links to your code, {path} and {line} are replaced
  --debug 1|2           detail asked of host:port, instead of choosing by size
  --timeout SECONDS     longest silence of a URL, 60 by default
  --color WHEN          auto (default), always, never; NO_COLOR is honoured
  -q, --quiet           no progress on stderr
  --version, -h, --help

Commands:
  gowhy explain CAUSE   what it is, when it is normal, how to confirm and fix it
  gowhy causes          all causes, one a line; both know those of --rules FILE
  gowhy serve [--port N]
                        the page, on http://127.0.0.1:8787
  gowhy completion bash|zsh|fish
  gowhy mcp             the same for programs: Model Context Protocol on stdio

Exit codes: 0 analysed; 1 a finding at or above --fail-on; 2 wrong usage or
unreadable input; 3 no goroutine dump in any input.
`;
