package main

import (
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

var (
	mu     sync.Mutex
	ranges = map[string]int{}
)

func insert(region string, n int) {
	mu.Lock()
	defer mu.Unlock()
	ranges[region] = n
}

func size() int {
	mu.Lock()
	defer mu.Unlock()
	return len(ranges)
}

func parse(region string) int {
	time.Sleep(10 * time.Millisecond)
	return len(region)
}

func reload(regions ...string) {
	mu.Lock()
	defer mu.Unlock()
	clearAll()
	var wg sync.WaitGroup
	for _, r := range regions {
		wg.Add(1)
		go func(r string) {
			defer wg.Done()
			insert(r, parse(r))
		}(r)
	}
	wg.Wait()
}

func clearAll() {
	for k := range ranges {
		delete(ranges, k)
	}
}

func main() {
	insert("eu", 1)
	http.HandleFunc("/reload", func(http.ResponseWriter, *http.Request) { reload("eu", "us", "ap", "af") })
	http.HandleFunc("/size", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, size()) })
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
