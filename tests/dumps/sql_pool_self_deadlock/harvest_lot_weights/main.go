package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"path"

	"harvest.example/lots/internal/ops"
	"harvest.example/lots/store"
)

func main() {
	s, err := store.Open(os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/report/", func(w http.ResponseWriter, r *http.Request) {
		lots, err := s.Lots(r.Context(), path.Base(r.URL.Path))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(lots)
	})
	ops.Start(mux)
	ops.Wait()
}
