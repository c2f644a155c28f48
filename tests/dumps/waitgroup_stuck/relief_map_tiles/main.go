// Command reliefmap fetches the tiles of a sheet before it is printed.
package main

import (
	"context"
	"net/http"
	"strconv"

	"contours.example/reliefmap/internal/ops"
	"contours.example/reliefmap/sheets"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	desk := &sheets.Desk{Base: ctx}
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.URL.Query().Get("sheet"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		desk.Order(n)
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
