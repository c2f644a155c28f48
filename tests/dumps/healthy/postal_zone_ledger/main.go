package main

import (
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"

	"posta.si/zones/internal/ops"
)

type parcel struct {
	zone  string
	grams int
}

type ledger struct {
	mu     sync.Mutex
	file   *os.File
	totals map[string]int
}

func (l *ledger) post(p parcel) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.totals[p.zone] += p.grams
	_, err := fmt.Fprintf(l.file, "%s %d\n", p.zone, p.grams)
	time.Sleep(3 * time.Millisecond) // the file's disk
	return err
}

func (l *ledger) total(zone string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.totals[zone]
}

func main() {
	f, err := os.CreateTemp("", "ledger")
	if err != nil {
		panic(err)
	}
	os.Remove(f.Name())
	l := &ledger{file: f, totals: map[string]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/post", func(w http.ResponseWriter, r *http.Request) {
		if err := l.post(parcel{zone: "Z" + r.URL.Query().Get("z"), grams: 420}); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	mux.HandleFunc("/total", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, l.total("Z1")) })
	ops.Start(mux)
	ops.Wait()
}
