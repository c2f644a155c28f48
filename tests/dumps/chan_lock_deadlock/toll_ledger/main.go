package main

import (
	"net/http"

	"toll.example/ledger/internal/ops"
	"toll.example/ledger/sink"
	"toll.example/ledger/toll"
)

func main() {
	plaza := toll.NewPlaza(4)
	go sink.Drain(plaza, func(p toll.Passage) {})
	mux := http.NewServeMux()
	mux.HandleFunc("/pass", func(w http.ResponseWriter, r *http.Request) { plaza.Pass(r.FormValue("plate")) })
	mux.HandleFunc("/count", func(w http.ResponseWriter, r *http.Request) { plaza.Count() })
	ops.Start(mux)
	ops.Wait()
}
