package main

import (
	"context"
	"net/http"
	"os"
	"strings"
	"time"

	"oddsmith/pricer/internal/ops"
	"oddsmith/pricer/live"
)

func main() {
	url := "ws" + strings.TrimPrefix(os.Getenv("UPSTREAM"), "http") + "/ws"
	mux := http.NewServeMux()
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
		defer cancel()
		p, err := live.Last(ctx, url, r.URL.Query().Get("market"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		w.Write([]byte(p))
	})
	ops.Start(mux)
	ops.Wait()
}
