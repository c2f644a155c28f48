package main

import (
	"encoding/json"
	"net/http"
	"time"

	"reefhouse.example/dosing/internal/ops"
	"reefhouse.example/dosing/tanks"
)

func main() {
	row := tanks.NewRow(6, 4*time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/dose", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(row.Dose(r.URL.Query().Get("salt")))
	})
	mux.HandleFunc("/levels", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(row.Levels()) })
	ops.Start(mux)
	ops.Wait()
}
