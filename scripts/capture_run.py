"""Runs one program and writes the formats that its table asks for."""
import gzip
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request

import capture_build
from capture_load import Load

GZIP_ABOVE = 16_000
# debug=2 first: a leak profile leaves marks that later dumps would show, SIGQUIT ends the process.
ORDER = ["debug2", "debug1", "debug0", "goroutineleak", "goroutineleak1", "goroutineleak0", "sigquit"]
URLS = {"debug2": "goroutine?debug=2", "debug1": "goroutine?debug=1", "debug0": "goroutine",
        "goroutineleak": "goroutineleak?debug=2", "goroutineleak1": "goroutineleak?debug=1",
        "goroutineleak0": "goroutineleak"}
# Nothing of the machine that captured may show.
FORBIDDEN = re.compile(rb"/work\b|/root\b|/tmp/bash|" + re.escape(socket.gethostname().encode()))


def capture(run, upstream):
    """Returns one line per file written; raises when something is not as the table says."""
    if run.kind == "test":
        return [save(run, run.formats[0], capture_build.go_test(run).encode())]
    binary = capture_build.build(run)
    try:
        return run_to_end(run, binary, upstream) if run.kind == "exec" else serve(run, binary, upstream)
    finally:
        binary.unlink()
        binary.parent.rmdir()


def environment(run, upstream, port):
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/home/dev", "LISTEN": f"127.0.0.1:{port}",
           "LISTEN_PUBLIC": f"127.0.0.2:{port}",
           **upstream.env, **run.env}
    if run.n is not None:
        env["COUNT"] = str(run.n)
    return env


def run_to_end(run, binary, upstream):
    """A program that crashes or prints its report by itself: everything it prints is the capture."""
    port = free_port()
    process = subprocess.Popen([*run.wrap, str(binary), *run.args], env=environment(run, upstream, port),
                               cwd=capture_build.SHOP, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    load = Load(run, port)
    try:
        if run.load:
            wait_for_port(port, process)
            load.play()
        if "sigquit" in run.formats or run.stop_after:
            time.sleep(run.stop_after or run.settle)
            process.send_signal(signal.SIGTERM if run.stop_after else signal.SIGQUIT)
        output, _ = process.communicate(timeout=run.timeout)
    finally:
        load.stop()
        process.kill()
    return [save(run, run.formats[0], output)]


def serve(run, binary, upstream):
    """A service: load it, let it grow old, ask its debug endpoints, and end it with SIGQUIT."""
    port = free_port()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen([*run.wrap, str(binary), *run.args], env=environment(run, upstream, port),
                                   cwd=capture_build.SHOP, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        load = Load(run, port)
        try:
            wait_for_port(port, process)
            started = time.time()
            load.play()
            grow_old(run, port, started)
            if process.poll() is not None:
                log.seek(0)
                raise RuntimeError("the process ended: " + log.read()[-2000:].decode(errors="replace"))
            lines = []
            for form in [form for form in ORDER if form in run.formats]:
                if form == "sigquit":
                    process.send_signal(signal.SIGQUIT)
                    process.wait(30)
                    log.seek(0)
                    data = log.read()
                else:
                    data = fetch(port, URLS[form])
                lines.append(save(run, form, data))
            return lines
        finally:
            load.stop()
            process.kill()
            process.wait()


def grow_old(run, port, started):
    """Waits; a forced collection now and then lets the runtime stamp when each wait began."""
    while run.wait and time.time() < started + run.wait * 60:
        if run.gc:
            fetch(port, "heap?gc=1")
        time.sleep(max(0, min(20, started + run.wait * 60 - time.time())))
    if run.wait and run.gc:
        fetch(port, "heap?gc=1")
    time.sleep(run.settle)


def fetch(port, what):
    request = urllib.request.Request(f"http://127.0.0.1:{port}/debug/pprof/{what}",
                                     headers={"Connection": "close"})
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
        return answer.read()


def save(run, form, data):
    found = FORBIDDEN.search(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
    if found:
        raise RuntimeError(f"{form} shows {found.group().decode()!r} of this machine")
    if not data:
        raise RuntimeError(f"{form} is empty")
    path = run.output(form)
    packed = path.with_name(path.name + ".gz")
    for old in (path, packed):
        old.unlink(missing_ok=True)
    if len(data) > GZIP_ABOVE and path.suffix != ".gz":
        path, data = packed, gzip.compress(data, mtime=0)
    path.write_bytes(data)
    return f"{path.parent.name}/{path.name}  {describe(form, data)}"


def describe(form, data):
    """What a person should look at: the number of goroutines and the most frequent states."""
    text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode(errors="replace")
    states = {}
    for state in re.findall(r"^goroutine \d+(?: gp=\S+ m=\S+(?: mp=\S+)?)? \[([^\],]*)", text, re.M):
        states[state] = states.get(state, 0) + 1
    top = sorted(states.items(), key=lambda item: -item[1])[:4]
    total = re.search(r"profile: total (\d+)", text)
    return total.group(0) if total else f"{sum(states.values())} " + ", ".join(f"{s} {c}" for s, c in top)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_port(port, process):
    deadline = time.time() + 20
    while time.time() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the program does not listen (exit code {process.poll()})")
