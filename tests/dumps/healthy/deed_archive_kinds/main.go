package main

import (
	"encoding/json"
	"net/http"
	"time"

	"notariat.example/deeds/cache"
	"notariat.example/deeds/internal/ops"
)

func main() {
	kinds := cache.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/deeds", func(w http.ResponseWriter, r *http.Request) {
		no := r.FormValue("no")
		deed, ok := kinds.Get(r.FormValue("kind"), no, func() cache.Deed {
			time.Sleep(2 * time.Millisecond)
			return cache.Deed{Number: no, Pages: 12}
		})
		if !ok {
			http.NotFound(w, r)
			return
		}
		json.NewEncoder(w).Encode(deed)
	})
	ops.Start(mux)
	ops.Wait()
}
