// Command records answers the terminals of a library.
package main

import (
	"fmt"
	"net/http"

	"example.org/library/records/internal/ops"
	"example.org/library/records/record"
)

func main() {
	store := record.Open(ops.Upstream(false))
	mux := http.NewServeMux()
	mux.HandleFunc("/record", func(w http.ResponseWriter, r *http.Request) {
		rec, err := store.Get(r.Context(), r.URL.Query().Get("isbn"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Write(rec.Body)
	})
	mux.HandleFunc("/shelf", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, store.Prefetch(r.URL.Query().Get("isbn")))
	})
	ops.Start(mux)
	ops.Wait()
}
