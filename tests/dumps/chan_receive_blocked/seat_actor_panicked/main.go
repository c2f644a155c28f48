package main

import (
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"strconv"

	"kinopalast.at/booking/internal/cinema"
)

type handler struct{ rooms map[string]*cinema.Room }

func (h handler) book(w http.ResponseWriter, r *http.Request) error {
	row, err := strconv.Atoi(r.FormValue("row"))
	if err != nil {
		return err
	}
	seat, err := strconv.Atoi(r.FormValue("seat"))
	if err != nil {
		return err
	}
	return h.rooms[r.FormValue("room")].Book(row, seat)
}

func checked(f func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(w, r); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	}
}

func main() {
	h := handler{map[string]*cinema.Room{"gold": cinema.NewRoom("gold", 12, 60), "klein": cinema.NewRoom("klein", 5, 8)}}
	public := http.NewServeMux()
	public.HandleFunc("/book", checked(h.book))
	debugging := http.NewServeMux()
	debugging.HandleFunc("/debug/pprof/", pprof.Index)
	go func() { log.Print(http.ListenAndServe(os.Getenv("LISTEN_PUBLIC"), public)) }()
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), debugging))
}
