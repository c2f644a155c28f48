// Command offers shows what customers may like.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/offers/internal/offers"
	"github.com/northshop/offers/internal/ops"
)

func main() {
	shelf, err := offers.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/offers", func(w http.ResponseWriter, r *http.Request) {
		text, err := shelf.For(r.URL.Query().Get("customer"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Write([]byte(text))
	})
	ops.Start(mux)
	ops.Wait()
}
