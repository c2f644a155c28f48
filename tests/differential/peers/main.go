// Command peers tells what gostackparse and panicparse read in goroutine dumps: it takes paths from
// stdin, one a line, and answers each with a line of JSON, in their order.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"time"

	"github.com/DataDog/gostackparse"
	"github.com/maruel/panicparse/v2/stack"
)

// A reading is what one parser makes of a file. Stacks are listed once: most goroutines share theirs.
type reading struct {
	Goroutines []goroutine `json:"goroutines"`
	Stacks     [][]string  `json:"stacks"` // "function:line", newest call first

	known map[string]int
}

type goroutine struct {
	ID      int    `json:"id"`
	State   string `json:"state"`
	Minutes int    `json:"minutes"`
	Locked  bool   `json:"locked"`
	Stack   int    `json:"stack"`
	Creator string `json:"creator"` // "function:line" or ""
}

func (r *reading) add(one goroutine, calls []string) {
	key := strings.Join(calls, "\n")
	index, found := r.known[key]
	if !found {
		index = len(r.Stacks)
		r.known[key] = index
		r.Stacks = append(r.Stacks, calls)
	}
	one.Stack = index
	r.Goroutines = append(r.Goroutines, one)
}

func newReading() *reading {
	return &reading{Goroutines: []goroutine{}, Stacks: [][]string{}, known: map[string]int{}}
}

func call(function string, line int) string { return fmt.Sprintf("%s:%d", function, line) }

func readGostackparse(text []byte) *reading {
	result := newReading()
	goroutines, _ := gostackparse.Parse(bytes.NewReader(text)) // an error drops a goroutine, no more
	for _, from := range goroutines {
		one := goroutine{ID: from.ID, State: from.State, Minutes: int(from.Wait / time.Minute), Locked: from.LockedToThread}
		if from.CreatedBy != nil {
			one.Creator = call(from.CreatedBy.Func, from.CreatedBy.Line)
		}
		calls := make([]string, len(from.Stack))
		for i, frame := range from.Stack {
			calls[i] = call(frame.Func, frame.Line)
		}
		result.add(one, calls)
	}
	return result
}

// A snapshot of panicparse ends at the first line it does not know; the caller goes on behind it.
func readPanicparse(text []byte) *reading {
	result := newReading()
	options := stack.DefaultOpts()
	options.GuessPaths = false
	options.AnalyzeSources = false
	options.NameArguments = false
	var in io.Reader = &byLine{text} // an error loses what it has read ahead: let that be little
	for {
		snapshot, rest, err := stack.ScanSnapshot(in, io.Discard, options)
		if snapshot != nil && !snapshot.IsRace() {
			for _, from := range snapshot.Goroutines {
				result.addPanicparse(from)
			}
		}
		if err == io.EOF || (snapshot == nil && len(rest) == 0) {
			return result
		}
		in = io.MultiReader(bytes.NewReader(rest), in)
	}
}

// byLine gives one line for every Read.
type byLine struct{ rest []byte }

func (b *byLine) Read(into []byte) (int, error) {
	if len(b.rest) == 0 {
		return 0, io.EOF
	}
	line := b.rest
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end+1]
	}
	size := copy(into, line)
	b.rest = b.rest[size:]
	return size, nil
}

func (r *reading) addPanicparse(from *stack.Goroutine) {
	one := goroutine{ID: from.ID, State: from.State, Minutes: from.SleepMax, Locked: from.Locked}
	if len(from.CreatedBy.Calls) > 0 {
		one.Creator = call(from.CreatedBy.Calls[0].Func.Complete, from.CreatedBy.Calls[0].Line)
	}
	calls := make([]string, len(from.Stack.Calls))
	for i, frame := range from.Stack.Calls {
		calls[i] = call(frame.Func.Complete, frame.Line)
	}
	r.add(one, calls)
}

func main() {
	log.SetFlags(0)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	answer := json.NewEncoder(out)
	answer.SetEscapeHTML(false)
	paths := bufio.NewScanner(os.Stdin)
	for paths.Scan() {
		text, err := os.ReadFile(paths.Text())
		if err != nil {
			log.Fatal(err)
		}
		err = answer.Encode(map[string]*reading{
			"gostackparse": readGostackparse(text), "panicparse": readPanicparse(text),
		})
		if err != nil {
			log.Fatal(err)
		}
	}
}
