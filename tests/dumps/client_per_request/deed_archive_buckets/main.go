package main

import (
	"encoding/json"
	"log"
	"net/http"
	"time"

	"notariat.example/deeds/cache"
	"notariat.example/deeds/internal/ops"
)

func main() {
	buckets, err := cache.New(8, 15*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/deeds", func(w http.ResponseWriter, r *http.Request) {
		no := r.FormValue("no")
		deed := buckets.Get(r.FormValue("notary"), no, func() cache.Deed {
			time.Sleep(2 * time.Millisecond)
			return cache.Deed{Number: no, Pages: 12}
		})
		json.NewEncoder(w).Encode(deed)
	})
	ops.Start(mux)
	ops.Wait()
}
