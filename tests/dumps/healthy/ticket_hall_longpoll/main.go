package main

import (
	"fmt"
	"net/http"
	"time"

	"metroline.hk/hall/board"
	"metroline.hk/hall/internal/ops"
)

func main() {
	b := board.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/next", func(w http.ResponseWriter, r *http.Request) {
		n, ok := b.Next(r.Context(), 25*time.Second)
		if !ok {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		fmt.Fprintln(w, n)
	})
	mux.HandleFunc("/call", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, b.Call()) })
	ops.Start(mux)
	ops.Wait()
}
