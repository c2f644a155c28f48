// Rates refreshes exchange rates under pprof labels and prints its own goroutine profile.
package main

import (
	"compress/gzip"
	"context"
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"
	"time"
)

type source struct{ rates chan float64 }

// refresh sends to a cache that nobody reads any more.
func (s *source) refresh() { s.rates <- 1.07 }

func main() {
	s := &source{rates: make(chan float64)}
	sets := []pprof.LabelSet{
		pprof.Labels("currency", "EUR"),
		pprof.Labels("currency", "EUR", "tenant", "north-1", "empty", ""),
		pprof.Labels("path", `C:\rates "live"`, "note", "a, b: {c} # labels\ttab\nline", "k:1,2", "ü€😀"),
	}
	for i, set := range sets {
		pprof.Do(context.Background(), set, func(context.Context) {
			for n := 0; n <= i; n++ {
				go s.refresh()
			}
		})
	}
	for n := 0; n < 3; n++ {
		go s.refresh()
	}
	select {
	case <-time.After(100 * time.Millisecond):
	}
	runtime.GC()
	what := os.Getenv("WHAT")
	debug, err := strconv.Atoi(os.Getenv("DEBUG"))
	if err != nil {
		panic(err)
	}
	if os.Getenv("UNPACK") == "" {
		check(pprof.Lookup(what).WriteTo(os.Stdout, debug))
		return
	}
	packed, plain := io.Pipe()
	go func() { plain.CloseWithError(pprof.Lookup(what).WriteTo(plain, debug)) }()
	reader, err := gzip.NewReader(packed)
	check(err)
	_, err = io.Copy(os.Stdout, reader)
	check(err)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
