package main

import (
	"net/http"

	"github.com/retail/catsync/internal/ops"
	"github.com/retail/catsync/sync"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/sync", func(w http.ResponseWriter, r *http.Request) {
		s := sync.Syncer{Vendor: r.URL.Query().Get("vendor")}
		if err := s.Run(r.Context()); err != nil {
			http.Error(w, err.Error(), 502)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
