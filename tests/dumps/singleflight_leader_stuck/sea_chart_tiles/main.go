package main

import (
	"encoding/json"
	"net/http"

	"nautika.no/charts/chart"
	"nautika.no/charts/internal/ops"
)

type viewer struct{ charts *chart.Store }

func (v *viewer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c, err := v.charts.Get(r.URL.Path[len("/chart/"):])
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	json.NewEncoder(w).Encode(c)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/chart/", &viewer{chart.Open()})
	ops.Start(mux)
	ops.Wait()
}
