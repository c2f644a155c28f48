// Command notes keeps what the hotline writes down about customers.
package main

import (
	"log"
	"net/http"

	"github.com/northshop/notes/internal/notes"
	"github.com/northshop/notes/internal/ops"
)

type noteHandler struct{ book *notes.Book }

func (h *noteHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if err := h.book.Add(r.Context(), query.Get("customer"), query.Get("text")); err != nil {
		log.Printf("note: %v", err)
		http.Error(w, "not saved", http.StatusBadGateway)
	}
}

func main() {
	book, err := notes.Open(startDatabase())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/note", &noteHandler{book})
	ops.Start(mux)
	ops.Wait()
}
