package main

import (
	"net/http"

	"gerberei.at/vats/internal/ops"
	"gerberei.at/vats/pool"
	"gerberei.at/vats/vat"
)

func main() {
	p := pool.New(6)
	planner := vat.NewPlanner(p)
	mux := http.NewServeMux()
	mux.HandleFunc("/plan", func(w http.ResponseWriter, r *http.Request) {
		b := vat.Batch{Hides: r.URL.Query()["hide"], Baths: 3}
		if err := planner.Plan(b); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
