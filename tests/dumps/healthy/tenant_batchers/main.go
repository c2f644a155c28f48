package main

import (
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"
	"sync"
	"time"
)

// batcher collects one tenant's rows; its goroutine sleeps on the Cond until there are some.
type batcher struct {
	tenant string
	mu     sync.Mutex
	filled *sync.Cond
	rows   []string
}

func startBatcher(tenant string) *batcher {
	b := &batcher{tenant: tenant}
	b.filled = sync.NewCond(&b.mu)
	go b.run()
	return b
}

func (b *batcher) add(row string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.rows = append(b.rows, row)
	b.filled.Signal()
}

func (b *batcher) wait() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.rows) == 0 {
		b.filled.Wait()
	}
	rows := b.rows
	b.rows = nil
	return rows
}

func (b *batcher) run() {
	for {
		rows := b.wait()
		time.Sleep(20 * time.Millisecond) // writes a segment
		_ = rows
	}
}

func main() {
	n, _ := strconv.Atoi(os.Getenv("TENANTS"))
	var all []*batcher
	for i := 0; i < n; i++ {
		all = append(all, startBatcher("t"+strconv.Itoa(i)))
	}
	http.HandleFunc("/row", func(w http.ResponseWriter, r *http.Request) {
		i, _ := strconv.Atoi(r.FormValue("tenant"))
		all[i%n].add(fmt.Sprint(time.Now()))
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
