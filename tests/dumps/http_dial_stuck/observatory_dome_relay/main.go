package main

import (
	"context"
	"net/http"
	"os"

	"sternwarte.example/dome/internal/ops"
	"sternwarte.example/dome/relay"
)

func main() {
	dome := relay.New(os.Getenv("UPSTREAM_FULL"))
	mux := http.NewServeMux()
	mux.HandleFunc("/dome", func(w http.ResponseWriter, r *http.Request) {
		// A move that was begun has to end, whether the astronomer stays or not.
		if err := dome.Turn(context.Background(), r.FormValue("azimuth")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	ops.Start(mux)
	ops.Wait()
}
