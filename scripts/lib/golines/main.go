// Command golines keeps the table of standard library lines (see docs/go-versions.md).
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const usage = `usage: scripts/go-lines [-src FOLDER] [RELEASE...]

With releases (1.28.0 1.28.1): fetches their sources as Go toolchains through the module proxy, or
takes them from -src (FOLDER/RELEASE or FOLDER itself is a src folder), adds them to the table and
writes the compact form for the core. "all" means every release of the table: needed after a change
of functions.txt. Without releases: only writes the compact form anew.
`

func main() {
	src := flag.String("src", "", "folder of unpacked sources, by release")
	flag.Usage = func() { fmt.Fprint(os.Stderr, usage) }
	flag.Parse()
	if err := run(*src, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "go-lines:", err)
		os.Exit(1)
	}
}

func run(src string, releases []string) error {
	table, compact := "lines.tsv", filepath.FromSlash("../../../analyzer/src/go_lines.inc")
	f, err := readFacts(table)
	if err != nil {
		return err
	}
	if len(releases) == 1 && releases[0] == "all" {
		releases = f.releases()
	}
	wanted, err := readFunctions("functions.txt")
	if err != nil {
		return err
	}
	for _, r := range releases {
		folder, err := sources(src, r)
		if err != nil {
			return err
		}
		if f[r], err = extract(folder, wanted); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s: %d functions\n", r, len(f[r]))
	}
	if len(releases) > 0 {
		if err := f.write(table); err != nil {
			return err
		}
	}
	return writeCompact(f, compact)
}

// roles are the callees that are told apart in a function.
type roles map[string]bool

// interest is functions.txt: package, function, roles.
type interest map[string]map[string]roles

// readFunctions reads package lines, each followed by indented functions.
func readFunctions(path string) (interest, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	wanted := interest{}
	pkg := ""
	for _, line := range strings.Split(string(text), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] != ' ':
			pkg = strings.TrimSpace(line)
			wanted[pkg] = map[string]roles{}
		case pkg == "":
			return nil, fmt.Errorf("%s: %q stands before any package", path, line)
		default:
			name, told, _ := strings.Cut(strings.TrimSpace(line), ":")
			wanted[pkg][name] = roles{}
			for _, role := range strings.Split(told, ",") {
				if role = strings.TrimSpace(role); role != "" {
					wanted[pkg][name][role] = true
				}
			}
		}
	}
	return wanted, nil
}

// sources gives the src folder of a release; toolchains are modules, so the go command fetches them.
func sources(folder, release string) (string, error) {
	for _, candidate := range []string{filepath.Join(folder, release), folder} {
		if folder == "" {
			break
		}
		if _, err := os.Stat(filepath.Join(candidate, "runtime", "proc.go")); err == nil {
			return candidate, nil
		}
	}
	if folder != "" {
		return "", fmt.Errorf("%s holds no sources of %s", folder, release)
	}
	cmd := exec.Command("go", "mod", "download", "-json",
		"golang.org/toolchain@v0.0.1-go"+release+".linux-amd64")
	var out, errors bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errors
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("fetching %s: %v: %s%s", release, err, out.String(), errors.String())
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out.Bytes(), &module); err != nil {
		return "", err
	}
	return filepath.Join(module.Dir, "src"), nil
}
