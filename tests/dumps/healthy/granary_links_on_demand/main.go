package main

import (
	"net/http"
	"os"

	"granary.example/demand/internal/ops"
	"granary.example/demand/scale"
)

func main() {
	yard := scale.NewYard(os.Getenv("UPSTREAM_SILENT"))
	mux := http.NewServeMux()
	mux.HandleFunc("/announce", func(w http.ResponseWriter, r *http.Request) {
		if err := yard.Announce(r.URL.Query().Get("lane")); err != nil {
			http.Error(w, err.Error(), 502)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
