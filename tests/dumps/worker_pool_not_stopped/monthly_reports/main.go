package main

import (
	"log/slog"
	"net/http"

	"github.com/finops/reports/internal/ops"
	"github.com/finops/reports/render"
)

func main() {
	eng := render.NewEngine(slog.Default())
	mux := http.NewServeMux()
	mux.HandleFunc("/report", func(w http.ResponseWriter, r *http.Request) {
		if err := eng.Render(r.Context(), r.URL.Query().Get("month")); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
