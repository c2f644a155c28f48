package web

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"go.stadionlive.eu/matchday/broker"
)

type Web struct{ *broker.Broker }

func (s *Web) Follow(w http.ResponseWriter, r *http.Request) {
	sub := s.Subscribe(r.URL.Query().Get("match"))
	defer s.Unsubscribe(sub)
	w.Header().Set("Content-Type", "text/event-stream")
	flusher := w.(http.Flusher)
	flusher.Flush()
	ping := time.NewTicker(15 * time.Second)
	defer ping.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-ping.C:
			fmt.Fprint(w, ":\n\n")
		case e := <-sub.Events:
			fmt.Fprintf(w, "data: %d' %s\n\n", e.Minute, e.Text)
			time.Sleep(5 * time.Millisecond) // phones on bad networks
		}
		flusher.Flush()
	}
}

func (s *Web) Ticker(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	minute, _ := strconv.Atoi(q.Get("minute"))
	s.Publish(broker.Event{Match: q.Get("match"), Minute: minute, Text: q.Get("text")})
	w.WriteHeader(http.StatusNoContent)
}

// Logged is the middleware of all routes.
func Logged(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Service", "matchday")
		next(w, r)
	}
}
