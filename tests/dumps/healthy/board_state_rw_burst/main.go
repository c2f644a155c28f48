package main

import (
	"fmt"
	"net/http"

	"schach.club/board/internal/ops"
	"schach.club/board/state"
)

func main() {
	b := new(state.Board)
	mux := http.NewServeMux()
	mux.HandleFunc("/digest", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, b.Digest(400000)) })
	mux.HandleFunc("/move", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, b.Move("e4")) })
	ops.Start(mux)
	ops.Wait()
}
