package main

import (
	"net/http"

	"muenze.at/mint/internal/ops"
	"muenze.at/mint/press"
)

func main() {
	hall := press.NewHall(6, 2)
	mux := http.NewServeMux()
	mux.HandleFunc("/strike/", func(w http.ResponseWriter, r *http.Request) {
		if err := hall.Strike(press.Order{Motif: r.URL.Path, Coins: 8}); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
