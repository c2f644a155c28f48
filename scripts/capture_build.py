"""Builds the programs where nothing of this machine shows in their dumps."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading

from capture_table import DUMPS

# What a dump prints as paths: a service's own folder and an ordinary module cache.
SHOP = pathlib.Path(os.environ.get("CAPTURE_BUILD_DIR", "/srv/shop"))
MODCACHE = os.environ.get("CAPTURE_GOMODCACHE", "/home/dev/go/pkg/mod")

_locks, _locks_lock = {}, threading.Lock()
_compilers = threading.Semaphore(2)


def go_env(run):
    """The environment of the go command; of the caller's own only what is needed is kept."""
    keep = {key: os.environ[key] for key in ("PATH", "GOCACHE", "GOPROXY", "GOSUMDB", "HTTPS_PROXY",
                                             "HTTP_PROXY", "NO_PROXY", "SSL_CERT_FILE")
            if key in os.environ}
    cache = os.environ.get("GOCACHE", str(pathlib.Path.home() / ".cache/go-build"))
    old = int(run.minor().split(".")[1]) < 18  # does not know -buildvcs
    return {**keep, "HOME": "/home/dev", "GOCACHE": cache, "GOMODCACHE": MODCACHE, "GOPATH": "/home/dev/go",
            "GOTOOLCHAIN": f"go{run.go}", "GOFLAGS": "" if old else "-buildvcs=false", "GOENV": "off",
            **({"GO111MODULE": "off"} if run.gopath else {}), **go_settings(run)}


def go_settings(run):
    return {key: value for key, value in run.env.items() if key in ("GOEXPERIMENT", "GOARCH")}


def folder_lock(run):
    with _locks_lock:
        return _locks.setdefault(run.folder.name, threading.Lock())


def stage(run):
    """Copies the program to its neutral folder; the caller holds folder_lock."""
    target = SHOP / run.folder.name
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(run.folder, target, ignore=shutil.ignore_patterns("capture.json"))
    shutil.copytree(DUMPS / "harness" / "ops", target / "internal" / "ops")
    mod = target / "go.mod"
    if not run.keep_go_line:
        line = run.minor() if int(run.minor().split(".")[1]) < 21 else run.minor() + ".0"
        mod.write_text(re.sub(r"^go .*$", f"go {line}", mod.read_text(), flags=re.M))
    return target


def stage_in_gopath(run):
    """The same in a GOPATH, where a vendored package's names begin with the program's path."""
    staged = stage(run)
    subprocess.run(["go", "mod", "vendor"], cwd=staged, env={**go_env(run), "GO111MODULE": "on"}, check=True)
    module = re.search(r"^module (\S+)", (staged / "go.mod").read_text(), flags=re.M).group(1)
    (staged / "go.mod").unlink()
    target = pathlib.Path("/home/dev/go/src") / module
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(staged, target)
    return target


def go_command(run):
    """Without modules the go command does not look for the release that is asked for."""
    if not run.gopath:
        return "go"
    return f"{MODCACHE}/golang.org/toolchain@v0.0.1-go{run.go}.linux-amd64/bin/go"


def flags(run):
    words = []
    if run.gcflags:
        words.append(f"-gcflags={run.gcflags}")
    if run.trimpath:
        words.append("-trimpath")
    if run.race:
        words.append("-race")
    return words


def build(run):
    """Returns the path of the binary."""
    out = SHOP / ".bin" / re.sub(r"[^\w.]+", "_", run.name()) / run.folder.name
    out.parent.mkdir(parents=True, exist_ok=True)
    with _compilers, folder_lock(run):
        target = stage_in_gopath(run) if run.gopath else stage(run)
        done = subprocess.run(["nice", go_command(run), "build", *flags(run), "-o", str(out), "."], cwd=target,
                              env=go_env(run), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError("go build: " + (done.stderr or done.stdout)[-2000:])
    return out


def go_test(run):
    """Runs `go test` in the program's folder and returns what it printed."""
    with _compilers, folder_lock(run):
        target = stage(run)
        env = {**go_env(run), **run.env}
        done = subprocess.run(["go", "test", *flags(run), *run.args], cwd=target, env=env, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=run.timeout + 240)
    return done.stdout


class Upstream:
    """The process that the client programs call."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        target = pathlib.Path(self.folder.name)
        shutil.copytree(DUMPS / "harness" / "upstream", target, dirs_exist_ok=True)
        (target / "go.mod").write_text("module upstream\n\ngo 1.24\n")
        env = {**os.environ, "GOFLAGS": "-buildvcs=false"}
        subprocess.run(["go", "build", "-o", "upstream", "."], cwd=target, env=env, check=True)
        self.process = subprocess.Popen([str(target / "upstream")], stdout=subprocess.PIPE, text=True)
        self.env = dict(word.split("=", 1) for word in self.process.stdout.readline().split())
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()
