// Command profiles makes goroutine profiles with many different stacks: it starts a goroutine for each
// of -stacks numbers, which calls itself through one of two functions for each bit of its number and
// then waits, and writes its own profile as debug=1 (packed by gzip) and debug=0 (packed already).
//
//	profiles -stacks 100000 FOLDER
package main

import (
	"compress/gzip"
	"flag"
	"log"
	"os"
	"path/filepath"
	"runtime/pprof"
	"sync"
)

const bits = 17

var (
	release = make(chan struct{})
	waiting sync.WaitGroup
)

//go:noinline
func wait() {
	waiting.Done()
	<-release
}

//go:noinline
func left(number, depth int) { next(number, depth) }

//go:noinline
func right(number, depth int) { next(number, depth) }

//go:noinline
func next(number, depth int) {
	switch {
	case depth == bits:
		wait()
	case number>>depth&1 == 0:
		left(number, depth+1)
	default:
		right(number, depth+1)
	}
}

func main() {
	log.SetFlags(0)
	stacks := flag.Int("stacks", 100_000, "how many, at most 131072")
	flag.Parse()
	waiting.Add(*stacks)
	for number := 0; number < *stacks; number++ {
		go next(number, 0)
	}
	waiting.Wait()
	write(filepath.Join(flag.Arg(0), "stacks.debug1.txt.gz"), 1)
	write(filepath.Join(flag.Arg(0), "stacks.debug0.pb.gz"), 0)
	close(release)
}

func write(path string, debug int) {
	file, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	packed := gzip.NewWriter(file)
	if debug == 0 {
		err = pprof.Lookup("goroutine").WriteTo(file, debug)
	} else if err = pprof.Lookup("goroutine").WriteTo(packed, debug); err == nil {
		err = packed.Close()
	}
	if err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}
