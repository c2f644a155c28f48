// Command gen writes large goroutine dumps of a given shape, made of the stacks of real ones.
//
//	gen -seeds ../tests/dumps -size 256 -stacks 1000 > dump.txt
//
// The goroutines of the seeds' debug=2 captures are shuffled by a fixed seed; how often a stack comes
// follows a power law, as in a leaking service. Ids, pointers and minutes are new for every goroutine.
// Where the seeds have fewer different stacks than asked for, more are made by giving the user's own
// frames other functions and lines.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

var (
	seeds     = flag.String("seeds", "../tests/dumps", "folder with real debug=2 dumps")
	release   = flag.String("release", "go1.27", "only captures of this release")
	size      = flag.Int64("size", 256, "size in MB (10^6 bytes) of the plain text")
	stacks    = flag.Int("stacks", 1000, "number of different stacks; 0: every goroutine has its own")
	wrapping  = flag.String("wrap", "", "cri: a container log around every line; crlf: Windows line ends")
	randomize = flag.Int64("seed", 1, "of the random numbers")
)

var (
	header  = regexp.MustCompile(`^goroutine \d+ \[([^\]]*)\]:$`)
	pointer = regexp.MustCompile(`0x[0-9a-f]{9,12}\b`)
	minutes = regexp.MustCompile(`, \d+ minutes`)
	creator = regexp.MustCompile(` in goroutine \d+$`)
)

// A goroutine without what differs from one to the next.
type stack struct {
	state string
	lines []string // calls and places, creator included
}

func main() {
	log.SetFlags(0)
	flag.Parse()
	all, err := readSeeds(*seeds)
	if err != nil {
		log.Fatal(err)
	}
	if len(all) == 0 {
		log.Fatalf("no debug=2 captures of %s under %s", *release, *seeds)
	}
	random := rand.New(rand.NewSource(*randomize))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	log.Printf("%d different stacks in the seeds", len(all))

	buffered := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer buffered.Flush()
	out := &writer{out: buffered, random: random}
	if *stacks == 0 {
		own := userFrames(all)
		for out.plain < *size*1e6 {
			out.goroutine(scrambled(all[random.Intn(len(all))], own, random))
		}
		return
	}
	for made := 0; len(all) < *stacks; made++ {
		all = append(all, renamed(all[made], made))
	}
	zipf := rand.NewZipf(random, 1.1, 4, uint64(*stacks-1))
	for i := 0; out.plain < *size*1e6; i++ {
		if i < *stacks {
			out.goroutine(all[i])
		} else {
			out.goroutine(all[zipf.Uint64()])
		}
	}
}

func readSeeds(folder string) ([]stack, error) {
	var found []stack
	seen := map[string]bool{}
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		name := filepath.Base(path)
		if err != nil || !strings.Contains(name, "."+*release+".") || !strings.Contains(name, "debug2.txt") {
			return err
		}
		text, err := readFile(path)
		if err != nil {
			return err
		}
		for _, part := range strings.Split(text, "\n\n") {
			lines := strings.Split(strings.TrimRight(part, "\n"), "\n")
			match := header.FindStringSubmatch(lines[0])
			frames := callsAndPlaces(lines[1:])
			if match == nil || len(frames) < 4 {
				continue
			}
			key := normalized(frames)
			if seen[key] {
				continue
			}
			seen[key] = true
			found = append(found, stack{minutes.ReplaceAllString(match[1], ""), frames})
		}
		return nil
	})
	sort.Slice(found, func(i, j int) bool {
		return strings.Join(found[i].lines, "\n") < strings.Join(found[j].lines, "\n")
	})
	return found, err
}

// What stands behind a goroutine, such as the log between two dumps, is no part of it.
func callsAndPlaces(lines []string) []string {
	end := 0
	for end+1 < len(lines) && strings.HasPrefix(lines[end+1], "\t") {
		end += 2
	}
	return lines[:end]
}

func readFile(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return string(data), err
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	data, err = io.ReadAll(unpacked)
	return string(data), err
}

var arguments = regexp.MustCompile(`\([^()]*\)$`)

func normalized(lines []string) string {
	plain := make([]string, len(lines))
	for i, line := range lines {
		plain[i] = creator.ReplaceAllString(arguments.ReplaceAllString(line, ""), "")
	}
	return strings.Join(plain, "\n")
}

func isUser(call string) bool {
	return strings.HasPrefix(call, "main.") || strings.HasPrefix(call, "shop/")
}

// renamed gives the same stack another function and another line in the user's own code.
func renamed(from stack, number int) stack {
	to := stack{from.state, append([]string(nil), from.lines...)}
	for i := 0; i+1 < len(to.lines); i += 2 {
		call, place := to.lines[i], to.lines[i+1]
		open := strings.LastIndexByte(call, '(')
		colon := strings.LastIndexByte(place, ':')
		if !isUser(call) || open < 0 || colon < 0 {
			continue
		}
		to.lines[i] = fmt.Sprintf("%s%d%s", call[:open], number, call[open:])
		to.lines[i+1] = fmt.Sprintf("%s:%d +0x%x", place[:colon], 10+number%900, 16+number%4000)
	}
	return to
}

func userFrames(all []stack) [][2]string {
	var own [][2]string
	for _, one := range all {
		for i := 0; i+1 < len(one.lines); i += 2 {
			if isUser(one.lines[i]) {
				own = append(own, [2]string{one.lines[i], one.lines[i+1]})
			}
		}
	}
	return own
}

// scrambled puts four calls of other programs under the newest call: no two stacks are equal.
func scrambled(from stack, own [][2]string, random *rand.Rand) stack {
	to := stack{from.state, append([]string(nil), from.lines[:2]...)}
	for i := 0; i < 4; i++ {
		frame := own[random.Intn(len(own))]
		to.lines = append(to.lines, frame[0], frame[1])
	}
	to.lines = append(to.lines, from.lines[2:]...)
	return to
}

type writer struct {
	out    *bufio.Writer
	random *rand.Rand
	plain  int64
	id     int64
	line   int64
}

func (w *writer) goroutine(of stack) {
	w.id += 1 + w.random.Int63n(12)
	wait := ""
	if w.random.Intn(10) < 8 && of.state != "running" && of.state != "runnable" {
		wait = fmt.Sprintf(", %d minutes", 2+w.random.Intn(600))
	}
	w.put(fmt.Sprintf("goroutine %d [%s%s]:", w.id, of.state, wait))
	base := 0xc000000000 + w.random.Int63n(1<<28)*16
	for _, line := range of.lines {
		if line[0] != '\t' {
			line = pointer.ReplaceAllStringFunc(line, func(old string) string {
				return fmt.Sprintf("0x%x", base+int64(len(old)*64)+w.random.Int63n(64)*32)
			})
			line = creator.ReplaceAllString(line, fmt.Sprintf(" in goroutine %d", 1+w.id/3))
		}
		w.put(line)
	}
	w.put("")
}

func (w *writer) put(line string) {
	w.plain += int64(len(line)) + 1
	w.line++
	switch *wrapping {
	case "cri":
		nanos := w.line * 1237
		fmt.Fprintf(w.out, "2026-11-23T10:%02d:%02d.%09dZ stderr F %s\n", nanos/60e9%60, nanos/1e9%60, nanos%1e9, line)
	case "crlf":
		w.out.WriteString(line + "\r\n")
	default:
		w.out.WriteString(line + "\n")
	}
}
