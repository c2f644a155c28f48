package main

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"os"
	"sort"
	"strings"
)

// The compact form, decoded by analyzer/src/go_lines.cpp. Functions stand file by file in the order of
// their lines, so that what moves a file moves only its first function: each declaration is counted
// from the end of the function before it, and written once for a run of releases.
//
//	function = count of shapes, shapes, runs until all releases are covered
//	shape    = lines, (lines kept of the last shape: at its head, at its tail)?, a bit for every
//	           line between that has an operation, count of roles, (lines since the last role, role)*
//	run      = count of releases * 8 + kind, shape?, gap?
//
// The first shape of a function keeps nothing. A gap is zigzag(declaration - end before). Numbers are
// varints of 7 bits, low first.
const (
	sameShape = 0 // a new gap follows
	sameGap   = 1 // the next shape that was not used yet
	nextShape = 2 // as sameGap, and a new gap follows
	absent    = 3
	anyShape  = 4 // shape and gap follow
)

type compact struct {
	bytes.Buffer
	roleIDs map[string]int
	roles   []string
}

func (c *compact) number(n int) {
	for ; n >= 128; n >>= 7 {
		c.WriteByte(byte(n&127 | 128))
	}
	c.WriteByte(byte(n))
}

func (c *compact) signed(n int) {
	if n < 0 {
		c.number(-2*n - 1)
	} else {
		c.number(2 * n)
	}
}

func (c *compact) role(name string) int {
	id, ok := c.roleIDs[name]
	if !ok {
		id = len(c.roles)
		c.roleIDs[name] = id
		c.roles = append(c.roles, name)
	}
	return id
}

// codes are the lines of a body: 0 for none, 1 for an operation without a role, else role + 2.
func (c *compact) codes(s shape) []int {
	lines := make([]int, s.length+1)
	for _, o := range s.ops {
		lines[o.offset] = 1
		if o.role != "" {
			lines[o.offset] = c.role(o.role) + 2
		}
	}
	return lines
}

func (c *compact) shape(lines, before []int) {
	c.number(len(lines))
	head, tail := 0, 0
	if before != nil {
		shorter := min(len(lines), len(before))
		for head < shorter && lines[head] == before[head] {
			head++
		}
		for tail < shorter-head && lines[len(lines)-1-tail] == before[len(before)-1-tail] {
			tail++
		}
		c.number(head)
		c.number(tail)
	}
	middle := lines[head : len(lines)-tail]
	bits := make([]byte, (len(middle)+7)/8)
	told := 0
	for i, code := range middle {
		if code > 0 {
			bits[i/8] |= 1 << (i % 8)
		}
		if code > 1 {
			told++
		}
	}
	c.Write(bits)
	c.number(told)
	last := 0
	for i, code := range middle {
		if code > 1 {
			c.number(i - last)
			c.number(code - 2)
			last = i
		}
	}
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

// function writes one function and moves ends on to its last lines.
func (c *compact) function(f facts, releases []string, k key, ends []int) {
	ids := map[string]int{}
	var shapes []shape
	type run struct{ count, shape, gap int }
	var runs []run
	for i, r := range releases {
		now := run{1, 0, 0}
		if p, ok := f[r][k]; ok {
			text := p.shape.String()
			if _, known := ids[text]; !known {
				ids[text] = len(shapes)
				shapes = append(shapes, p.shape)
			}
			now.shape, now.gap = ids[text]+1, p.start-ends[i]
			ends[i] = p.start + p.shape.length
		}
		if n := len(runs); n > 0 && runs[n-1].shape == now.shape && runs[n-1].gap == now.gap {
			runs[n-1].count++
		} else {
			runs = append(runs, now)
		}
	}
	c.number(len(shapes))
	var before []int
	for _, s := range shapes {
		lines := c.codes(s)
		c.shape(lines, before)
		before = lines
	}
	used, shape, gap := 0, 0, 0
	for _, r := range runs {
		next := r.shape == used+1
		switch {
		case r.shape == 0:
			c.number(r.count*8 + absent)
			continue
		case r.shape == shape:
			c.number(r.count*8 + sameShape)
			c.signed(r.gap)
		case next && r.gap == gap:
			c.number(r.count*8 + sameGap)
		case next:
			c.number(r.count*8 + nextShape)
			c.signed(r.gap)
		default:
			c.number(r.count*8 + anyShape)
			c.number(r.shape - 1)
			c.signed(r.gap)
		}
		if next {
			used++
		}
		shape, gap = r.shape, r.gap
	}
}

func hash(text string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(text))
	return h.Sum32()
}

type fileEntry struct {
	hash          uint32
	first, offset int
}

type nameEntry struct {
	hash     uint32
	function int
}

func writeCompact(f facts, path string) error {
	c := &compact{roleIDs: map[string]int{}}
	releases := f.releases()
	var files []fileEntry
	var names []nameEntry
	printed := map[uint32]string{}
	var last key
	var ends []int
	for i, k := range f.keys() {
		if i == 0 || k.pkg != last.pkg || k.file != last.file {
			files = append(files, fileEntry{hash(k.file), i, c.Len()})
			ends = make([]int, len(releases))
		}
		last = k
		name := strings.TrimPrefix(k.pkg+"."+k.name, ".")
		if other, there := printed[hash(name)]; there && other != name {
			return fmt.Errorf("%s and %s have the same hash: choose another", name, other)
		}
		printed[hash(name)] = name
		names = append(names, nameEntry{hash(name), i})
		c.function(f, releases, k, ends)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := names[i], names[j]
		return a.hash < b.hash || a.hash == b.hash && a.function < b.function
	})
	return os.WriteFile(path, c.source(releases, files, names), 0o644)
}

// source is the .inc file: five arrays, included inside a namespace.
func (c *compact) source(releases []string, files []fileEntry, names []nameEntry) []byte {
	var out bytes.Buffer
	out.WriteString("// Written by scripts/go-lines; do not edit. The form is described in scripts/lib/golines/compact.go.\n")
	array := func(head string, count int, item func(i int) string) {
		fmt.Fprintf(&out, "%s = {", head)
		column := 100
		for i := 0; i < count; i++ {
			text := item(i) + ","
			if column += len(text); column > 100 {
				out.WriteByte('\n')
				column = len(text)
			}
			out.WriteString(text)
		}
		out.WriteString("\n};\n")
	}
	array("constexpr Release kReleases[]", len(releases), func(i int) string {
		r := parseRelease(releases[i])
		return fmt.Sprintf("{%d,%d}", r[0], r[1])
	})
	array("constexpr std::string_view kRoles[]", len(c.roles), func(i int) string {
		return fmt.Sprintf("%q", c.roles[i])
	})
	array("constexpr FileEntry kFiles[]", len(files), func(i int) string {
		return fmt.Sprintf("{%du,%d,%d}", files[i].hash, files[i].first, files[i].offset)
	})
	array("constexpr std::uint32_t kNames[]", len(names), func(i int) string {
		return fmt.Sprintf("%du", names[i].hash)
	})
	array("constexpr std::uint16_t kFunctions[]", len(names), func(i int) string {
		return fmt.Sprint(names[i].function)
	})
	data := c.Bytes()
	array("constexpr unsigned char kLines[]", len(data), func(i int) string {
		return fmt.Sprint(data[i])
	})
	fmt.Fprintf(os.Stderr, "%d releases, %d functions of %d files: %d bytes of lines, %d with names\n",
		len(releases), len(names), len(files), len(data), len(data)+8*len(files)+6*len(names))
	return out.Bytes()
}
