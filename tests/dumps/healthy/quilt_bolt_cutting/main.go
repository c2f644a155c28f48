package main

import (
	"encoding/json"
	"net/http"
	"strconv"

	"patchwork.example/cutting/internal/ops"
	"patchwork.example/cutting/table"
)

func main() {
	hall := table.NewHall()
	mux := http.NewServeMux()
	mux.HandleFunc("/cut", func(w http.ResponseWriter, r *http.Request) {
		bolts, err := strconv.Atoi(r.URL.Query().Get("bolts"))
		if err != nil || bolts < 1 || bolts > 40 {
			http.Error(w, "bolts: 1 to 40", http.StatusBadRequest)
			return
		}
		json.NewEncoder(w).Encode(hall.Cut(bolts))
	})
	mux.HandleFunc("/trim", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(hall.Trim(8)) })
	mux.HandleFunc("/waste", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(hall.Waste()) })
	ops.Start(mux)
	ops.Wait()
}
