package main

import (
	"net/http"
	"os"

	"lottery.example/draws/internal/ops"
	"lottery.example/draws/mirror"
)

func main() {
	fleet := mirror.NewFleet(ops.Upstream(false), "http://"+os.Getenv("UPSTREAM_FULL"))
	mux := http.NewServeMux()
	mux.HandleFunc("/draw", func(w http.ResponseWriter, r *http.Request) {
		d := mirror.Draw{ID: r.URL.Query().Get("id"), Numbers: [6]int{3, 9, 17, 22, 31, 45}}
		if err := fleet.Push(r.Context(), d); err != nil {
			http.Error(w, err.Error(), 502)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
