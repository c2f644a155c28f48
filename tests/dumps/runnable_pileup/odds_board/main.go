package main

import (
	"net/http"
	"os"

	"racing.example/odds/internal/ops"
	"racing.example/odds/odds"
)

func main() {
	b := odds.NewBoard(os.Getenv("UPSTREAM_SILENT"))
	mux := http.NewServeMux()
	mux.HandleFunc("/bet", func(w http.ResponseWriter, r *http.Request) { b.Bet(r.FormValue("horse"), 2) })
	mux.HandleFunc("/refresh", func(w http.ResponseWriter, r *http.Request) { b.Refresh() })
	ops.Start(mux)
	ops.Wait()
}
