package main

import (
	"encoding/json"
	"net/http"

	"klinikum.example/search/internal/ops"
	"klinikum.example/search/records"
)

func patients(w http.ResponseWriter, r *http.Request) {
	clinic := records.Clinic{
		Name: r.FormValue("clinic"), Address: ops.Upstream(false), User: "search", Password: "changeme",
	}
	found, err := records.Search(r.Context(), clinic, r.FormValue("q"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(found)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/patients", patients)
	ops.Start(mux)
	ops.Wait()
}
