// Command picking lets one picker at a time work on a shelf.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/picking/internal/ops"
	"github.com/northshop/picking/internal/shelves"
)

func main() {
	locks, err := shelves.Open(startPeer())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/pick", func(w http.ResponseWriter, r *http.Request) {
		if err := locks.Pick(r.Context(), r.URL.Query().Get("shelf"), r.URL.Query().Get("item")); err != nil {
			log.Printf("pick: %v", err)
			http.Error(w, "not picked", http.StatusConflict)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
