// Other_profiles prints profiles that are no goroutine dumps but are often pasted as one.
package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"
	"sync"
	"time"
)

var sessions = pprof.NewProfile("northshop.sessions")

func main() {
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	contend()
	for i := 0; i < 3; i++ {
		sessions.Add(i, 1)
	}
	debug, err := strconv.Atoi(os.Getenv("DEBUG"))
	check(err)
	var out bytes.Buffer
	if what := os.Getenv("WHAT"); what == "cpu" {
		check(pprof.StartCPUProfile(&out))
		for start := time.Now(); time.Since(start) < 300*time.Millisecond; {
		}
		pprof.StopCPUProfile()
	} else {
		check(pprof.Lookup(what).WriteTo(&out, debug))
	}
	if debug > 0 {
		_, err = os.Stdout.Write(out.Bytes())
		check(err)
		return
	}
	reader, err := gzip.NewReader(&out)
	check(err)
	_, err = io.Copy(os.Stdout, reader)
	check(err)
}

// contend makes goroutines wait for a lock, so that block and mutex profiles have something to show.
func contend() {
	var mu sync.Mutex
	var done sync.WaitGroup
	for i := 0; i < 4; i++ {
		done.Add(1)
		go func() {
			defer done.Done()
			mu.Lock()
			defer mu.Unlock()
			time.Sleep(5 * time.Millisecond)
		}()
	}
	done.Wait()
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
