package main

import (
	"net/http"
	"strconv"

	"pfarre.at/calendar/book"
	"pfarre.at/calendar/internal/ops"
)

// onceMailer tells about the first booking of a hall only.
type onceMailer struct {
	hall string
	stop func()
	sent chan string
}

func (m *onceMailer) Booked(e book.Entry) {
	if e.Hall != m.hall {
		return
	}
	select {
	case m.sent <- e.Hall:
	default:
	}
	m.stop()
}

func (m *onceMailer) Released(book.Entry) {}

type server struct{ cal *book.Calendar }

func (s *server) book(w http.ResponseWriter, r *http.Request) {
	day, _ := strconv.Atoi(r.URL.Query().Get("day"))
	s.cal.Book(book.Entry{Hall: r.URL.Query().Get("hall"), Day: day}, "choir")
}

func main() {
	cal := book.New()
	m := &onceMailer{hall: "crypt", sent: make(chan string, 4)}
	m.stop = cal.Watch(m)
	s := &server{cal}
	mux := http.NewServeMux()
	mux.HandleFunc("/book", s.book)
	ops.Start(mux)
	ops.Wait()
}
