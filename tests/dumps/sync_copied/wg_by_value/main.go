// Command export writes the parts of an export at the same time.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/export/internal/ops"
)

type part struct {
	name string
	rows int
}

func export(name string) int {
	var wg sync.WaitGroup
	parts := []part{{name + "-a", 10}, {name + "-b", 20}, {name + "-c", 30}}
	for i := range parts {
		wg.Add(1)
		go writePart(wg, &parts[i])
	}
	wg.Wait()
	return len(parts)
}

func writePart(wg sync.WaitGroup, p *part) { // BUG: a copy of the WaitGroup; Done does not reach the one that waits
	defer wg.Done()
	time.Sleep(time.Duration(p.rows) * time.Millisecond)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/export", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, export(r.URL.Query().Get("name")))
	})
	ops.Start(mux)
	ops.Wait()
}
