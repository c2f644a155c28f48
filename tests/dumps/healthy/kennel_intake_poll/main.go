package main

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"tierheim.net/intake/feed"
	"tierheim.net/intake/internal/ops"
)

func main() {
	f := feed.New()
	go f.Expire(20 * time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/poll", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.URL.Query().Get("after"))
		ctx, cancel := context.WithTimeout(r.Context(), 25*time.Second)
		defer cancel()
		entries, err := f.After(ctx, n)
		if err != nil {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		json.NewEncoder(w).Encode(entries)
	})
	mux.HandleFunc("/arrived", func(w http.ResponseWriter, r *http.Request) { f.Add(r.URL.Query().Get("dog")) })
	ops.Start(mux)
	ops.Wait()
}
