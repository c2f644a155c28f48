package main

import (
	"fmt"
	"net/http"
	"path"

	"bureau.example/rates/internal/ops"
	"bureau.example/rates/rates"
)

func main() {
	cache := rates.NewCache(ops.Upstream(false) + "/hang?pair=")
	mux := http.NewServeMux()
	mux.HandleFunc("/rate/", func(w http.ResponseWriter, r *http.Request) {
		v, err := cache.Rate(path.Base(r.URL.Path))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintf(w, "%f\n", v)
	})
	ops.Start(mux)
	ops.Wait()
}
