// Measures how far apart two hidden calls of a goroutine at a channel are, in each release of Go:
// from chansend1, chanrecv1 or chanrecv2, where it called chansend or chanrecv, to where that
// called gopark (runtime/chan.go). The functions lie behind one another in every program, so the
// distance is that of the release, of the processor and of the compiler's flags, and nothing
// else's.
//
//	chancalls FILE RELEASE...   writes analyzer/src/channel_calls.inc
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

const program = `package main

import "os"

func main() {
	c := make(chan int)
	go func() { c <- len(os.Args) }()
	if v, ok := <-c; ok && v == 0 {
		<-c
	}
}
`

type build struct{ release, arch, flags string }

// One call: the function it is in, what it calls, and where that returns to.
type call struct {
	in, to  string
	returns uint64
	isNil   bool // its first argument is nil: gopark for a nil channel has no function to call
}

var (
	text = regexp.MustCompile(`^TEXT runtime\.(\w+)\(SB\)`)
	line = regexp.MustCompile(`^\s+\S+:\d+\s+0x([0-9a-f]+)\s+\S+\s+(.*)$`)
	// Instructions that set the register of the first argument, and those that clear it.
	first  = regexp.MustCompile(`, (AX|R0)$`)
	zero   = regexp.MustCompile(`^(XORL AX, AX|MOVD ZR, R0)$`)
	target = regexp.MustCompile(`^CALL runtime\.(\w+)\(SB\)`)
)

func callsOf(disassembly []byte) []call {
	var calls []call
	in, pending, isNil := "", "", false
	scanner := bufio.NewScanner(bytes.NewReader(disassembly))
	for scanner.Scan() {
		if m := text.FindStringSubmatch(scanner.Text()); m != nil {
			in, pending, isNil = m[1], "", false
			continue
		}
		m := line.FindStringSubmatch(scanner.Text())
		if m == nil {
			continue
		}
		if pending != "" {
			address, err := strconv.ParseUint(m[1], 16, 64)
			if err != nil {
				log.Fatal(err)
			}
			calls = append(calls, call{in, pending, address, isNil})
			pending, isNil = "", false
		}
		instruction := strings.TrimSpace(m[2])
		if first.MatchString(instruction) {
			isNil = zero.MatchString(instruction)
		}
		if t := target.FindStringSubmatch(instruction); t != nil {
			pending = t[1]
		}
	}
	return calls
}

// The distance of one function and its caller, 0 if it is not found.
func distance(calls []call, caller, callee string, isNil bool) uint64 {
	var from, park uint64
	for _, c := range calls {
		if c.in == caller && c.to == callee {
			from = c.returns
		}
		if c.in == callee && c.to == "gopark" && c.isNil == isNil {
			park = c.returns
		}
	}
	if from == 0 || park < from {
		return 0
	}
	return park - from
}

// Without what `go run` leaves there: it keeps the go command below it from another toolchain.
func environment() []string {
	var kept []string
	for _, entry := range os.Environ() {
		if !strings.HasPrefix(entry, "GOTOOLCHAIN") && !strings.HasPrefix(entry, "GOROOT=") {
			kept = append(kept, entry)
		}
	}
	return kept
}

func disassemble(b build, folder string) []byte {
	binary := filepath.Join(folder, "program")
	for name, text := range map[string]string{"main.go": program, "go.mod": "module program\n\ngo 1.18\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
	}
	run := func(args ...string) []byte {
		cmd := exec.Command("go", args...)
		cmd.Dir = folder
		cmd.Env = append(environment(), "GOTOOLCHAIN=go"+b.release, "GOARCH="+b.arch, "GOOS=linux",
			"CGO_ENABLED=0", "GOFLAGS=")
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			log.Fatalf("go %s with %v: %v", strings.Join(args, " "), b, err)
		}
		return out
	}
	run("build", "-gcflags="+b.flags, "-o", binary, "main.go")
	return run("tool", "objdump", "-s", `^runtime\.(chansend1?|chanrecv[12]?)$`, binary)
}

// What the table tells apart.
var kinds = []struct {
	name           string
	caller, callee string
	isNil          bool
}{
	{"send", "chansend1", "chansend", false},
	{"receive", "chanrecv1", "chanrecv", false},
	{"receive", "chanrecv2", "chanrecv", false},
	{"nil_send", "chansend1", "chansend", true},
	{"nil_receive", "chanrecv1", "chanrecv", true},
	{"nil_receive", "chanrecv2", "chanrecv", true},
}

// A row of the table: in this minor release of Go such a call has this distance.
type row struct {
	distance uint64
	minor    int
	kind     string
}

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: chancalls FILE RELEASE...")
	}
	folder, err := os.MkdirTemp("", "chancalls")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	found := map[row]bool{}
	for _, release := range os.Args[2:] {
		minor, err := strconv.Atoi(strings.Split(release, ".")[1])
		if err != nil {
			log.Fatalf("%s is no release, as 1.27.4 is one", release)
		}
		for _, b := range []build{{release, "amd64", ""}, {release, "amd64", "all=-l"}, {release, "arm64", ""}} {
			calls := callsOf(disassemble(b, folder))
			for _, kind := range kinds {
				distance := distance(calls, kind.caller, kind.callee, kind.isNil)
				if distance == 0 {
					log.Printf("%v: %s not found", b, kind.caller)
					continue
				}
				found[row{distance, minor, kind.name}] = true
				log.Printf("%s %s %q %s %#x", release, b.arch, b.flags, kind.caller, distance)
			}
		}
	}
	var out strings.Builder
	out.WriteString("// Written by scripts/channel-calls; do not edit. What it measures stands in\n" +
		"// scripts/lib/chancalls/main.go. Releases: " + strings.Join(os.Args[2:], ", ") + ".\n")
	var rows []row
	for one := range found {
		rows = append(rows, one)
	}
	sort.Slice(rows, func(i, j int) bool {
		a, b := rows[i], rows[j]
		if a.distance != b.distance {
			return a.distance < b.distance
		}
		return a.minor < b.minor || a.minor == b.minor && a.kind < b.kind
	})
	out.WriteString("constexpr MeasuredCall kMeasured[] = {\n")
	for _, one := range rows {
		fmt.Fprintf(&out, "    {%#x, %d, MeasuredCall::%s},\n", one.distance, one.minor, one.kind)
	}
	out.WriteString("};\n")
	if err := os.WriteFile(os.Args[1], []byte(out.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}
