package pages

import (
	"fmt"
	"net/http"

	"example.com/giftcards/desk/internal/cards"
)

func Register(m *http.ServeMux, d *cards.Desk) {
	m.HandleFunc("/balance", func(w http.ResponseWriter, r *http.Request) {
		n, err := d.Balance(r.FormValue("card"))
		answer(w, n, err)
	})
	m.HandleFunc("/charge", func(w http.ResponseWriter, r *http.Request) {
		answer(w, 10, d.Charge(r.FormValue("card"), 10))
	})
	m.HandleFunc("/move", func(w http.ResponseWriter, r *http.Request) {
		answer(w, 5, d.Move(r.FormValue("from"), r.FormValue("to"), 5))
	})
}

func answer(w http.ResponseWriter, n int, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	fmt.Fprintln(w, n)
}
