package main

import (
	"net/http"
	"sync/atomic"
	"time"

	"bloodbank.eu/stock/internal/ops"
	"bloodbank.eu/stock/quorum"
	"bloodbank.eu/stock/replica"
)

func main() {
	c := quorum.New(3, 6*time.Second,
		&replica.Site{Name: "bern", Lag: 4 * time.Millisecond},
		&replica.Site{Name: "basel", Lag: 7 * time.Millisecond},
		&replica.Site{Name: "chur", Lag: 90 * time.Millisecond},
		&replica.Site{Name: "lugano", Lag: 900 * time.Millisecond},
		&replica.Site{Name: "sion", Lag: 5 * time.Second})
	var version int64
	mux := http.NewServeMux()
	mux.HandleFunc("/unit/", func(w http.ResponseWriter, r *http.Request) {
		v := atomic.AddInt64(&version, 1)
		if err := c.Write(r.Context(), replica.Write{Unit: r.URL.Path, Version: v}); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
