package main

import (
	"fmt"
	"net/http"
	"strconv"

	"meteo.example/grid/cache"
	"meteo.example/grid/internal/ops"
)

type cell struct{ row, col int }

type model struct{}

func (model) Fetch(c cell) (float64, error) { return float64(c.row*7-c.col) / 3, nil }

func main() {
	grid := cache.Through[cell, float64](model{})
	for i := 0; i < 10; i++ {
		grid.Warm(cell{i, i})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/t", func(w http.ResponseWriter, r *http.Request) {
		row, _ := strconv.Atoi(r.FormValue("row"))
		t, err := grid.Get(cell{row, row})
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintf(w, "%.1f\n", t)
	})
	ops.Start(mux)
	ops.Wait()
}
