package main

import (
	"errors"
	"fmt"
	"net/http"

	"clinicnet.be/counter/internal/ops"
	"clinicnet.be/counter/stock"
)

func main() {
	shelf := stock.NewShelf(5000)
	mux := http.NewServeMux()
	mux.HandleFunc("/book", func(w http.ResponseWriter, r *http.Request) {
		lot, err := shelf.Book(r.URL.Query().Get("kind"), 2)
		if errors.Is(err, stock.ErrShort) {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		fmt.Fprintln(w, lot)
	})
	ops.Start(mux)
	ops.Wait()
}
