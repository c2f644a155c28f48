"""Reads the capture.json of each program and makes the list of runs."""
import dataclasses
import itertools
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
DUMPS = ROOT / "tests" / "dumps"

# The patch release that stands for a minor; a full release may be written as well.
RELEASES = {"1.18": "1.18.10", "1.19": "1.19.13", "1.20": "1.20.14", "1.21": "1.21.13",
            "1.22": "1.22.12", "1.23": "1.23.12", "1.24": "1.24.13", "1.25": "1.25.13",
            "1.26": "1.26.11", "1.27": "1.27.4"}
SUFFIX = {"debug0": "debug0.pb.gz", "pb": "debug0.pb", "goroutineleak1": "goroutineleak.debug1.txt",
          "goroutineleak0": "goroutineleak.debug0.pb.gz"}


@dataclasses.dataclass
class Run:
    """One process (or go test) of one program, and the formats taken from it."""
    folder: pathlib.Path          # tests/dumps/<cause>/<scenario>
    go: str = "1.27.4"
    n: int | None = None          # size of the load, $COUNT
    formats: list = dataclasses.field(default_factory=lambda: ["debug2"])
    wait: float = 0               # minutes between the first load and the dump
    settle: float = 1.5           # seconds between the last load and the dump
    kind: str = "serve"           # serve: has pprof; exec: runs to its end; test: go test
    load: list = dataclasses.field(default_factory=list)
    variant: str = ""             # extra words in the file name
    env: dict = dataclasses.field(default_factory=dict)
    args: list = dataclasses.field(default_factory=list)
    wrap: list = dataclasses.field(default_factory=list)  # command in front of the program's own
    gcflags: str = ""
    trimpath: bool = False
    race: bool = False
    gc: bool = True               # force collections, so that minutes are printed
    keep_go_line: bool = False    # leave go.mod's go line instead of naming the release used
    gopath: bool = False          # build it in a GOPATH with its libraries in vendor, as before modules
    timeout: float = 60           # seconds that an exec or test run may take
    needs: list = dataclasses.field(default_factory=list)  # servers, see capture_servers.py
    stop_after: float = 0         # exec: seconds until SIGTERM, for a program that lives on

    def minor(self):
        return ".".join(self.go.split(".")[:2])

    def words(self):
        words = [self.variant] if self.variant else []
        if self.n is not None:
            words.append(f"n{self.n}")
        if self.wait >= 1 and "snap" not in self.variant:
            words.append("old")
        if self.trimpath:
            words.append("trimpath")
        if "-l" in self.gcflags.split("=")[-1].split():
            words.append("noinline")
        return words

    def output(self, form):
        name = ".".join([self.folder.name, f"go{self.minor()}", *self.words(),
                         SUFFIX.get(form, f"{form}.txt")])
        return self.folder.parent / name

    def outputs(self):
        return [self.output(form) for form in self.formats]

    def name(self):
        return str(self.output(self.formats[0]).relative_to(DUMPS))


def expand(folder, table):
    """The runs of one table: `go` and `n` may be lists and then make every combination."""
    fields = {field.name for field in dataclasses.fields(Run)}
    common = {key: value for key, value in table.items() if key not in ("runs", "about")}
    for entry in table["runs"]:
        merged = {**common, **entry}
        unknown = set(merged) - fields
        if unknown:
            raise SystemExit(f"capture: {folder}/capture.json: unknown {sorted(unknown)}")
        merged["env"] = {**common.get("env", {}), **entry.get("env", {})}
        as_list = lambda value: value if isinstance(value, list) else [value]
        for go, n in itertools.product(as_list(merged.get("go", "1.27")), as_list(merged.get("n"))):
            yield Run(folder=folder, **{**merged, "go": RELEASES.get(go, go), "n": n})


def load(options):
    runs = []
    for path in sorted(DUMPS.glob("*/*/capture.json")):
        for run in expand(path.parent, json.loads(path.read_text())):
            if options.go and not ({run.go, run.minor()} & set(options.go)):
                continue
            names = [str(out.relative_to(DUMPS)) for out in run.outputs()] + [
                str(run.folder.relative_to(DUMPS))]
            if options.only and not any(word in name for word in options.only for name in names):
                continue
            if options.young and run.wait:
                continue
            if options.missing and all(exists(out) for out in run.outputs()):
                continue
            runs.append(run)
    outputs = [out for run in runs for out in run.outputs()]
    twice = {str(out) for out in outputs if outputs.count(out) > 1}
    if twice:
        raise SystemExit(f"capture: two runs write {sorted(twice)}")
    return runs


def exists(path):
    return path.exists() or path.with_name(path.name + ".gz").exists()
