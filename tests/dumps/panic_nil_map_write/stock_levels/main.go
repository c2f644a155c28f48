// Command stock reserves items; reservations are written by one goroutine.
package main

import (
	"net/http"
	"os"

	"github.com/northshop/stock-levels/internal/ops"
)

type reservation struct{ warehouse, sku string }

type ledger struct {
	queue    chan reservation
	reserved map[string]map[string]int
}

func (l *ledger) run() {
	for r := range l.queue {
		l.apply(r)
	}
}

func (l *ledger) apply(r reservation) {
	l.reserved[r.warehouse][r.sku]++ // BUG: only the warehouses known at start have an inner map
}

func main() {
	l := &ledger{queue: make(chan reservation, 8), reserved: map[string]map[string]int{"turin": {}}}
	go l.run()
	mux := http.NewServeMux()
	mux.HandleFunc("/reserve", func(w http.ResponseWriter, r *http.Request) {
		res := reservation{r.URL.Query().Get("warehouse"), r.URL.Query().Get("sku")}
		if os.Getenv("INLINE") != "" {
			l.apply(res)
			return
		}
		l.queue <- res
	})
	ops.Start(mux)
	ops.Wait()
}
