package main

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"clinicnet.be/lots/internal/ops"
	"clinicnet.be/lots/stock"
)

func main() {
	shelf := stock.NewShelf(map[string]int{"flu": 400, "tdap": 3, "mmr": 90})
	go shelf.ExpireEvery(20 * time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/book", func(w http.ResponseWriter, r *http.Request) {
		lot, err := shelf.Book(r.URL.Query().Get("kind"), 2)
		switch {
		case errors.Is(err, stock.ErrShort):
			http.Error(w, err.Error(), http.StatusConflict)
		case err != nil:
			http.Error(w, err.Error(), http.StatusInternalServerError)
		default:
			fmt.Fprintln(w, lot)
		}
	})
	mux.HandleFunc("/left", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, shelf.Left(r.URL.Query().Get("kind")))
	})
	ops.Start(mux)
	ops.Wait()
}
