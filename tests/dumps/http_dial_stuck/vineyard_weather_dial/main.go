package main

import (
	"fmt"
	"net/http"
	"os"
	"path"

	"vineyard.example/weather/feed"
	"vineyard.example/weather/internal/ops"
)

func main() {
	f := feed.New(os.Getenv("UPSTREAM_FULL"))
	mux := http.NewServeMux()
	mux.HandleFunc("/plot/", func(w http.ResponseWriter, r *http.Request) {
		text, err := f.Plot(r.Context(), path.Base(r.URL.Path))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, text)
	})
	ops.Start(mux)
	ops.Wait()
}
