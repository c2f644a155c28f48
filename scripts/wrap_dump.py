#!/usr/bin/env python3
"""Wraps a captured dump the way a log, a container or a person would.

    scripts/wrap_dump.py SHAPE DUMP > WRAPPED      one shape to stdout
    scripts/wrap_dump.py --all DUMP FOLDER         every shape, as FOLDER/<program>.<shape>.txt
    scripts/wrap_dump.py --list

The dump itself is never changed. Each shape follows the source of the tool that writes it, named
beside it; times, hosts and ids are made up and always the same.
"""
import html
import json
import pathlib
import quopri
import sys

START_NS = 1_795_428_000_000_000_000  # 2026-11-23T10:00:00Z


def clock(i):
    """Nanoseconds of the day of line i: lines come some hundred microseconds apart, not evenly."""
    return i * 417_000 + (i * 7919 % 1000) * 331


def stamp(i, digits=9, zone="Z", trim=False):
    ns = clock(i)
    text = f"2026-11-23T10:{ns // 60_000_000_000 % 60:02d}:{ns // 1_000_000_000 % 60:02d}"
    fraction = f"{ns % 1_000_000_000:09d}"[:digits]
    if trim:
        fraction = fraction.rstrip("0")
    return text + (f".{fraction}" if fraction else "") + zone


def prefixed(prefix):
    def wrap(lines):
        return "".join(f"{prefix(i)}{line}\n" for i, line in enumerate(lines))
    return wrap


def docker_json(lines):
    """moby daemon/logger/jsonfilelog: one record a line, cut at 16 KiB, Go's JSON escapes."""
    out = []
    for i, line in enumerate(lines):
        record = {"log": line + "\n", "stream": "stderr", "time": stamp(i, trim=True)}
        text = json.dumps(record, separators=(",", ":"), ensure_ascii=False)
        out.append(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
    return "\n".join(out) + "\n"


def cri(lines):
    """containerd pkg/cri/io/logger.go: P marks a part of a line (here of 60 bytes, not 16 KiB)."""
    out = []
    for i, line in enumerate(lines):
        parts = [line[at:at + 60] for at in range(0, len(line), 60)] or [""]
        for part in parts[:-1]:
            out.append(f"{stamp(i, trim=True)} stderr P {part}")
        out.append(f"{stamp(i, trim=True)} stderr F {parts[-1]}")
    return "\n".join(out) + "\n"


def go_test_json(lines):
    """cmd/internal/test2json: an event per line of output."""
    return "".join(
        json.dumps({"Time": stamp(i, trim=True), "Action": "output", "Package": "shop/orders",
                    "Test": "TestOrders", "Output": line + "\n"}, separators=(",", ":")) + "\n"
        for i, line in enumerate(lines))


def zap(lines):
    """go.uber.org/zap, production encoder: the whole dump in one record."""
    return "\n".join([
        json.dumps({"level": "info", "ts": 1795428000.1, "msg": "signal received"}),
        json.dumps({"level": "error", "ts": 1795428000.2, "caller": "shop/main.go:41",
                    "msg": "goroutines", "stacks": "\n".join(lines) + "\n"}),
        json.dumps({"level": "info", "ts": 1795428000.3, "msg": "bye"})]) + "\n"


def slog_text(lines):
    """log/slog TextHandler: values are quoted by strconv.Quote."""
    quoted = json.dumps("\n".join(lines) + "\n", ensure_ascii=False)
    return f"time={stamp(0, 3)} level=ERROR msg=dump stacks={quoted} size={len(quoted)}\n"


def logrus_lines(lines):
    """sirupsen/logrus TextFormatter, a record for every line of a child's stderr."""
    return "".join(
        f"time=\"{stamp(i, 0)}\" level=error msg={json.dumps(line, ensure_ascii=False)} child=shop\n"
        for i, line in enumerate(lines))


def containerd(lines):
    """containerd cmd/containerd/command/main_unix.go dumpStacks, logged by logrus."""
    text = "=== BEGIN goroutine stack dump ===\n" + "\n".join(lines) + "\n=== END goroutine stack dump ==="
    return (f"time=\"{stamp(0)}\" level=info msg={json.dumps(text, ensure_ascii=False)}\n"
            f"time=\"{stamp(1)}\" level=info msg=\"goroutine stacks dumped\"\n")


def journal_json(lines):
    """journalctl -o json."""
    return "".join(
        json.dumps({"__REALTIME_TIMESTAMP": str(START_NS // 1000 + i), "_PID": "4711",
                    "SYSLOG_IDENTIFIER": "shop", "PRIORITY": "6", "MESSAGE": line}) + "\n"
        for i, line in enumerate(lines) if line)


def compose(lines):
    """docker compose logs, in colours; another service writes in between."""
    out = []
    for i, line in enumerate(lines):
        if i % 9 == 4:
            out.append(f"\x1b[33mdb-1   | \x1b[0m{stamp(i, 3)} LOG:  checkpoint complete")
        out.append(f"\x1b[36mshop-1 | \x1b[0m{line}")
    return "\n".join(out) + "\n"


def markdown(lines):
    return "It hangs after the deploy:\n\n```\n" + "\n".join(lines) + "\n```\n\nAny idea?\n"


def ordinary_log(lines):
    """The dump on stderr while the program's own log goes on around it."""
    before = "".join(f"2026/11/23 10:00:{i:02d} GET /orders/{i} 200\n" for i in range(20))
    after = "".join(f"2026/11/23 10:01:{i:02d} GET /orders/{i} 200\n" for i in range(20))
    return before + "\n".join(lines) + "\n" + after


def hard_wrapped(columns):
    """What a terminal or a PDF shows of long lines, copied; tabs have become blanks."""
    def wrap(lines):
        shown = [line.expandtabs(8) for line in lines]
        parts = [line[at:at + columns] for line in shown for at in range(0, len(line) or 1, columns)]
        return "\n".join(parts) + "\n"
    return wrap


SHAPES = {
    "crlf": lambda lines: "\r\n".join(lines) + "\r\n",
    "caret-m": lambda lines: "^M\n".join(lines) + "^M\n",
    "bom": lambda lines: "\ufeff" + "\n".join(lines) + "\n",
    "utf16le": lambda lines: ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-16-le"),
    "utf16be": lambda lines: ("\ufeff" + "\n".join(lines) + "\n").encode("utf-16-be"),
    "utf16-no-bom": lambda lines: ("\n".join(lines) + "\n").encode("utf-16-le"),
    "nul-tail": lambda lines: "\n".join(lines) + "\n" + "\0" * 4096,
    "spaces": lambda lines: "\n".join(lines).replace("\t", "    ") + "\n",
    "stripped": lambda lines: "\n".join(line.strip() for line in lines) + "\n",
    "indented": prefixed(lambda i: " " * 12),
    "no-blank": lambda lines: "\n".join(line for line in lines if line) + "\n",
    "extra-blank": lambda lines: "\n\n".join(lines) + "\n\n",
    "quoted": lambda lines: "".join(f"> {line}".rstrip() + "\n" for line in lines),
    "quoted-twice": lambda lines: "".join(f"> > {line}".rstrip() + "\n" for line in lines),
    "html": lambda lines: "<html><body><pre>" + html.escape("\n".join(lines)) + "\n</pre></body></html>\n",
    "html-br": lambda lines: "".join(f"{html.escape(line)}<br />\n" for line in lines),
    "html-br-only": lambda lines: "<p>" + "<br>".join(html.escape(line) for line in lines) + "</p>\n",
    "html-spans": lambda lines: "".join(
        f'<span class="line">{html.escape(line)}</span>\n' for line in lines),
    # As a page or a word processor shows it, copied.
    "no-break-space": lambda lines: "\n".join(lines).replace("\t", "    ").replace(" ", "\u00a0") + "\n",
    "terminal-80": hard_wrapped(80),
    "mail": lambda lines: quopri.encodestring(("\n".join(lines) + "\n").encode()).decode(),
    "returns": lambda lines: "\r".join(lines) + "\r",
    # The ends of lines lost: of all of them, or between a call and its place.
    "one-line": lambda lines: " ".join(line.strip() for line in lines if line) + "\n",
    "frame-lines": lambda lines: "\n".join(lines).replace("\n\t", " ") + "\n",
    "patch-added": prefixed(lambda i: "+"),
    "patch-removed": prefixed(lambda i: "-"),
    "ansi": prefixed(lambda i: "\x1b[0m"),
    "markdown": markdown,
    # The fence on the line of the dump, and what Markdown makes of stars where there is none: of the
    # page copied, and of its source after a conversion.
    "fence-line": lambda lines: "It hangs after the deploy:\n\n```" + "\n".join(lines) + "\n```\n",
    "starless": lambda lines: "\n".join(lines).replace(".(*", ".(") + "\n",
    "slanted": lambda lines: "\n".join(lines).replace(".(*", ".(_") + "\n",
    # What a console or a page puts where nobody sees it.
    "zero-width": prefixed(lambda i: "\u200b"),
    "bom-lines": prefixed(lambda i: "\ufeff"),
    # GitHub's `gh run view --log`: the mark of the log's file stands before its first time.
    "bom-inside": prefixed(
        lambda i: f"test\tgo test\t{'' if i else chr(0xfeff)}{stamp(i, 7)} "),
    # Slack and Jira close the block on the last line.
    "fence-last": lambda lines: "```" + "\n".join(lines) + "```\n",
    "noformat": lambda lines: "{noformat}" + "\n".join(lines) + "{noformat}\n",
    # grep -n -A9 goroutine: a colon for a match, a hyphen around it.
    "grep-context": lambda lines: "".join(
        f"{i + 1}{':' if 'goroutine' in line else '-'}{line}\n" for i, line in enumerate(lines)),
    "ordinary-log": ordinary_log,
    # rsyslog and journald (systemd src/shared/logs-show.c), short and short-iso.
    "syslog": prefixed(lambda i: f"Nov 23 10:00:{i // 100 % 60:02d} web-1 shop[4711]: "),
    "syslog-tab": lambda lines: "".join(
        f"Nov  3 10:00:{i // 100 % 60:02d} web-1 shop[4711]: {line}\n".replace("\t", "#011")
        for i, line in enumerate(lines)),
    # rsyslog's default for a message of several lines, $EscapeControlCharactersOnReceive.
    "syslog-octal": lambda lines: "Nov 23 10:00:00 web-1 shop[4711]: " +
        "#012".join(lines).replace("\t", "#011") + "\n",
    "syslog5424": prefixed(lambda i: f"<27>1 {stamp(i, 6)} web-1 shop 4711 - - "),
    "journald": lambda lines: "".join(
        f"2026-11-23T10:00:{i // 100 % 60:02d}+0100 web-1.shop.example shop[4711]: {line}\n"
        for i, line in enumerate(lines) if line),
    "journal-json": journal_json,
    "docker-json": docker_json,
    # fluent-bit's json_lines: the record of a line, without the newline that Docker keeps.
    "fluent-bit": lambda lines: "".join(
        json.dumps({"date": 1764550000 + i, "log": line, "kubernetes": {"pod_name": "shop-1"}}) + "\n"
        for i, line in enumerate(lines)),
    "docker-timestamps": prefixed(lambda i: f"{stamp(i)} "),
    "compose": compose,
    "cri": cri,
    "cri-o": prefixed(lambda i: f"{stamp(i, zone='+00:00')} stderr F "),
    # kubectl logs --prefix --timestamps (k8s.io/kubectl pkg/cmd/logs).
    "kubectl": prefixed(lambda i: f"[pod/shop-6d5f9c7b8-x2x4q/shop] {stamp(i, trim=True)} "),
    # k8s.io/klog v2 header: severity, date, thread, file and line.
    "klog": prefixed(lambda i: f"E1123 10:00:{i // 100 % 60:02d}.{i * 417 % 1_000_000:06d} {4711 + i % 3:7d} dump.go:41] "),
    "klog-once": lambda lines: "E1123 10:00:00.000417    4711 dump.go:41] " + "\n".join(lines) + "\n",
    "go-log-once": lambda lines: "2026/11/23 10:00:00 main.go:41: " + "\n".join(lines) + "\n",
    "logrus": logrus_lines,
    "zap": zap,
    "slog": slog_text,
    "containerd": containerd,
    "docker-json-zap": lambda lines: docker_json(zap(lines).splitlines()),
    "go-test-json": go_test_json,
}


def lines_of(path):
    text = pathlib.Path(path).read_text(encoding="utf-8", errors="surrogateescape")
    return text.removesuffix("\n").split("\n")


def wrapped(shape, lines):
    text = SHAPES[shape](lines)
    return text if isinstance(text, bytes) else text.encode("utf-8", errors="surrogateescape")


def main(arguments):
    if arguments == ["--list"]:
        print("\n".join(SHAPES))
    elif len(arguments) == 3 and arguments[0] == "--all":
        dump, folder = pathlib.Path(arguments[1]), pathlib.Path(arguments[2])
        folder.mkdir(parents=True, exist_ok=True)
        lines = lines_of(dump)
        for shape in SHAPES:
            # Without the release in its name: the golden tests take those for captures.
            name = f"{dump.name.split('.')[0]}.{shape}.txt"
            (folder / name).write_bytes(wrapped(shape, lines))
    elif len(arguments) == 2 and arguments[0] in SHAPES:
        sys.stdout.buffer.write(wrapped(arguments[0], lines_of(arguments[1])))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
