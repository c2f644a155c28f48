package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

// key names a function of the standard library by how it is printed and the file it stands in.
type key struct{ pkg, name, file string }

// op is a line of a body at which a goroutine can stand, counted from the declaration.
type op struct {
	offset int
	role   string // what is done there: a callee, [select], go f; "" when of no interest
}

type shape struct {
	length int // lines from the declaration to the closing brace
	ops    []op
}

// place is a function in one release.
type place struct {
	start int
	shape shape
}

func (s shape) String() string {
	var b strings.Builder
	fmt.Fprint(&b, s.length)
	for _, o := range s.ops {
		fmt.Fprintf(&b, "\t%d", o.offset)
		if o.role != "" {
			b.WriteString(":" + o.role)
		}
	}
	return b.String()
}

func parseShape(text string) (shape, error) {
	var s shape
	fields := strings.Split(text, "\t")
	length, err := strconv.Atoi(fields[0])
	if err != nil {
		return s, err
	}
	s.length = length
	for _, f := range fields[1:] {
		number, role, _ := strings.Cut(f, ":")
		offset, err := strconv.Atoi(number)
		if err != nil {
			return s, err
		}
		s.ops = append(s.ops, op{offset, role})
	}
	return s, nil
}

// facts is the table: for every release what extract found there.
type facts map[string]map[key]place

// releases are the names of all releases, oldest first.
func (f facts) releases() []string {
	var names []string
	for r := range f {
		names = append(names, r)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := parseRelease(names[i]), parseRelease(names[j])
		return a[0] < b[0] || a[0] == b[0] && a[1] < b[1]
	})
	return names
}

// parseRelease gives minor and patch of 1.21.13; 1.12 is patch 0.
func parseRelease(name string) [2]int {
	var r [2]int
	parts := strings.Split(name, ".")
	for i := 1; i < len(parts) && i < 3; i++ {
		r[i-1], _ = strconv.Atoi(parts[i])
	}
	return r
}

// keys are all functions, by package, file, then line in the newest release that has them.
func (f facts) keys() []key {
	line := map[key]int{}
	for _, r := range f.releases() {
		for k, p := range f[r] {
			line[k] = p.start
		}
	}
	var keys []key
	for k := range line {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		if a.pkg != b.pkg {
			return a.pkg < b.pkg
		}
		if a.file != b.file {
			return a.file < b.file
		}
		if line[a] != line[b] {
			return line[a] < line[b]
		}
		return a.name < b.name
	})
	return keys
}

const head = `# Lines of the standard library, release by release. Written by scripts/go-lines; do not edit.
# function: package, file, name. shape: lines of the body, then every line (from the declaration) at
# which a goroutine can stand, with what is done there. lines: declaration/shape where it changes.
`

// write stores the table; a release is only written where it differs from the one before.
func (f facts) write(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	fmt.Fprint(w, head)
	releases := f.releases()
	fmt.Fprintf(w, "releases\t%s\n", strings.Join(releases, "\t"))
	for _, k := range f.keys() {
		fmt.Fprintf(w, "function\t%s\t%s\t%s\n", k.pkg, k.file, k.name)
		ids := map[string]int{}
		var lines strings.Builder
		last := "-"
		for _, r := range releases {
			now := "-"
			if p, ok := f[r][k]; ok {
				text := p.shape.String()
				if _, known := ids[text]; !known {
					ids[text] = len(ids)
					fmt.Fprintf(w, "shape\t%s\n", text)
				}
				now = fmt.Sprintf("%d/%d", p.start, ids[text])
			}
			if now != last {
				fmt.Fprintf(&lines, "\t%s=%s", r, now)
			}
			last = now
		}
		fmt.Fprintf(w, "lines%s\n", lines.String())
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// readFacts reads what write wrote; no file is an empty table.
func readFacts(path string) (facts, error) {
	f := facts{}
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return f, nil
	}
	if err != nil {
		return nil, err
	}
	var releases []string
	var k key
	var shapes []shape
	for number, line := range strings.Split(string(text), "\n") {
		word, rest, _ := strings.Cut(line, "\t")
		switch word {
		case "releases":
			releases = strings.Split(rest, "\t")
			for _, r := range releases {
				f[r] = map[key]place{}
			}
		case "function":
			parts := strings.Split(rest, "\t")
			if len(parts) != 3 {
				return nil, fmt.Errorf("%s:%d: a function has package, file and name", path, number+1)
			}
			k, shapes = key{parts[0], parts[2], parts[1]}, nil
		case "shape":
			s, err := parseShape(rest)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %v", path, number+1, err)
			}
			shapes = append(shapes, s)
		case "lines":
			if err := f.spread(k, shapes, releases, rest); err != nil {
				return nil, fmt.Errorf("%s:%d: %v", path, number+1, err)
			}
		}
	}
	return f, nil
}

// spread gives every release its place again.
func (f facts) spread(k key, shapes []shape, releases []string, text string) error {
	changes := map[string]string{}
	for _, field := range strings.Split(text, "\t") {
		r, value, ok := strings.Cut(field, "=")
		if !ok {
			return fmt.Errorf("%q is not release=line/shape", field)
		}
		changes[r] = value
	}
	now := "-"
	for _, r := range releases {
		if value, ok := changes[r]; ok {
			now = value
		}
		if now == "-" {
			continue
		}
		var start, id int
		if _, err := fmt.Sscanf(now, "%d/%d", &start, &id); err != nil || id >= len(shapes) {
			return fmt.Errorf("%q is not line/shape", now)
		}
		f[r][k] = place{start, shapes[id]}
	}
	return nil
}
