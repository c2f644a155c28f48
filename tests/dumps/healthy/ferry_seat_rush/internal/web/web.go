// Package web is the booking's HTTP face.
package web

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"ferries.example/booking/internal/deck"
)

type handler func(*deck.Deck, *http.Request) (any, error)

func Mount(mux *http.ServeMux, fleet *deck.Fleet) {
	routes := map[string]handler{"hold": hold, "map": seatMap}
	mux.HandleFunc("/decks/", func(w http.ResponseWriter, r *http.Request) {
		parts := strings.Split(strings.TrimPrefix(r.URL.Path, "/decks/"), "/")
		if len(parts) != 2 || routes[parts[1]] == nil {
			http.NotFound(w, r)
			return
		}
		d, err := fleet.Deck(parts[0])
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		reply(w, r, d, routes[parts[1]])
	})
}

func reply(w http.ResponseWriter, r *http.Request, d *deck.Deck, h handler) {
	answer, err := h(d, r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	json.NewEncoder(w).Encode(answer)
}

func hold(d *deck.Deck, r *http.Request) (any, error) {
	seat, err := strconv.Atoi(r.URL.Query().Get("seat"))
	if err != nil {
		return nil, err
	}
	return d.Hold(seat, r.RemoteAddr)
}

func seatMap(d *deck.Deck, _ *http.Request) (any, error) { return d.Map(), nil }
