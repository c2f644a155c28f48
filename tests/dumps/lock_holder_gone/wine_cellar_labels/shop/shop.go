// Package shop sells what a cellar has.
package shop

import (
	"fmt"
	"net/http"
	"strconv"

	"weinkeller.de/cellar/shelf"
)

type Cellar interface {
	Peek(label string) (shelf.Bottle, error)
	Take(label string, n int) (int, error)
}

type Shop struct {
	cellar Cellar
	sold   chan int
}

func Open(c Cellar) *Shop {
	s := &Shop{cellar: c, sold: make(chan int, 16)}
	go s.tally()
	return s
}

func (s *Shop) tally() {
	total := 0
	for n := range s.sold {
		total += n
	}
}

func (s *Shop) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/label", s.label)
	mux.HandleFunc("/buy", s.buy)
}

func (s *Shop) label(w http.ResponseWriter, r *http.Request) {
	b, err := s.cellar.Peek(r.FormValue("l"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	fmt.Fprintf(w, "%s %d: %d left\n", b.Label, b.Year, b.Count)
}

func (s *Shop) buy(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	got, err := s.cellar.Take(r.FormValue("l"), n)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	s.sold <- got
	fmt.Fprintln(w, got)
}
