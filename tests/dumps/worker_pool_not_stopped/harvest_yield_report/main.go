package main

import (
	"fmt"
	"net/http"

	"agrar.hu/harvest/internal/ops"
	"agrar.hu/harvest/yield"
)

func report(w http.ResponseWriter, r *http.Request) {
	fields := []yield.Field{{Name: "east", Hectare: 4, Tons: 31}, {Name: "mill", Hectare: 2.5, Tons: 11}, {Name: r.URL.Query().Get("field"), Tons: 3}}
	sum, err := yield.Report(fields)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	fmt.Fprintf(w, "%.2f t/ha", sum)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/report", report)
	ops.Start(mux)
	ops.Wait()
}
