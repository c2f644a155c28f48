package main

import (
	"encoding/json"
	"net/http"
	"strconv"

	"ballots/internal/ops"
	"ballots/internal/tally"
)

func main() {
	board := tally.NewBoard(32)
	mux := http.NewServeMux()
	mux.Handle("/count", withCORS(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ward, _ := strconv.Atoi(r.FormValue("ward"))
		board.Count(ward, r.FormValue("list"))
	})))
	mux.Handle("/standings", withCORS(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(board.Standings())
	})))
	ops.Start(mux)
	ops.Wait()
}

func withCORS(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		next.ServeHTTP(w, r)
	})
}
