package main

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"windpark.de/historian/archive"
	"windpark.de/historian/internal/ops"
)

// page answers with the first rows of a turbine's history.
type page struct {
	store *archive.Store
	limit int
}

func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	turbine := r.URL.Query().Get("turbine")
	cursor, err := p.store.Since(turbine, time.Now().Add(-24*time.Hour))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	for i := 0; i < p.limit; i++ {
		sample, ok := cursor.Next()
		if !ok {
			break
		}
		fmt.Fprintf(w, "%s %s kW\n", sample.At.Format(time.RFC3339), strconv.FormatFloat(sample.KW, 'f', 1, 64))
	}
}

func main() {
	store := archive.Open(6)
	mux := http.NewServeMux()
	mux.Handle("/history", &page{store: store, limit: 25})
	mux.HandleFunc("/park", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, store.Loaded()) })
	ops.Start(mux)
	ops.Wait()
}
