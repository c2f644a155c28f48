package main

import (
	"fmt"
	"net/http"
	"time"

	"livescore/hub"
	"livescore/internal/ops"
)

type server struct {
	*hub.Hub
}

func (s *server) follow(w http.ResponseWriter, r *http.Request) {
	sub := s.Subscribe(r.URL.Query().Get("match"))
	fl := w.(http.Flusher)
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		select {
		case e := <-sub.Events():
			fmt.Fprintf(w, "data: %d:%d\n\n", e.Home, e.Away)
			fl.Flush()
		case <-r.Context().Done():
			return
		}
	}
}

func (s *server) goal(w http.ResponseWriter, r *http.Request) {
	s.Publish(hub.Event{Match: r.URL.Query().Get("match"), Home: 1, At: time.Now()})
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	s := &server{Hub: hub.New()}
	mux := http.NewServeMux()
	mux.HandleFunc("/follow", s.follow)
	mux.HandleFunc("/goal", s.goal)
	ops.Start(mux)
	ops.Wait()
}
