// Command peers times the public parsers of goroutine dumps on a file: gostackparse and panicparse.
// It prints one line each: name, goroutines, seconds of the best run, seconds of processor time of it.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/DataDog/gostackparse"
	"github.com/maruel/panicparse/v2/stack"
)

func main() {
	log.SetFlags(0)
	runs := flag.Int("runs", 3, "how often; the best counts")
	only := flag.String("only", "", "gostackparse or panicparse")
	limit := flag.Int("panicparse-limit", 16<<20, "panicparse reads no more than this of the file")
	once := flag.Bool("once", false, "gostackparse reads the file as a stream, once: for timing the whole process")
	flag.Parse()
	if *once {
		readOnce(flag.Arg(0))
		return
	}
	data, err := os.ReadFile(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	if *only != "panicparse" {
		best("gostackparse", len(data), *runs, func() int {
			goroutines, _ := gostackparse.Parse(bytes.NewReader(data))
			return len(goroutines)
		})
	}
	if *only != "gostackparse" {
		part := data
		if len(part) > *limit {
			part = part[:*limit]
		}
		best("panicparse", len(part), 1, func() int { return panicparse(part) })
	}
}

func readOnce(path string) {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	goroutines, _ := gostackparse.Parse(file)
	fmt.Printf("gostackparse goroutines=%d\n", len(goroutines))
}

func panicparse(data []byte) int {
	options := stack.DefaultOpts()
	options.GuessPaths = false
	options.AnalyzeSources = false
	snapshot, _, err := stack.ScanSnapshot(bytes.NewReader(data), io.Discard, options)
	if err != nil && err != io.EOF {
		log.Print("panicparse: ", err)
	}
	if snapshot == nil {
		return 0
	}
	snapshot.Aggregate(stack.AnyPointer)
	return len(snapshot.Goroutines)
}

func best(name string, size, runs int, parse func() int) {
	var wall, cpu time.Duration
	count := 0
	for i := 0; i < runs; i++ {
		runtime.GC()
		startCPU, start := processorTime(), time.Now()
		count = parse()
		took, tookCPU := time.Since(start), processorTime()-startCPU
		if i == 0 || tookCPU < cpu {
			wall, cpu = took, tookCPU
		}
	}
	fmt.Printf("%s goroutines=%d bytes=%d wall=%.4f cpu=%.4f gbps=%.4f\n", name, count, size,
		wall.Seconds(), cpu.Seconds(), float64(size)/cpu.Seconds()/1e9)
}

func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
