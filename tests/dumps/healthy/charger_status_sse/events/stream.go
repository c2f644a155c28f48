// Package events sends what happens at the stations to browsers.
package events

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

type Stream struct {
	Hub       *Hub
	KeepAlive time.Duration
}

func (s Stream) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	changes, leave := s.Hub.Follow(strings.Split(r.URL.Path, "/")[2])
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	rc := http.NewResponseController(w)
	beat := time.NewTicker(s.KeepAlive)
	defer beat.Stop()
	for {
		var err error
		select {
		case c := <-changes:
			_, err = fmt.Fprintf(w, "event: state\ndata: %s\n\n", c.State)
		case <-beat.C:
			_, err = fmt.Fprint(w, ":\n\n")
		case <-r.Context().Done():
			return
		}
		if err != nil || rc.Flush() != nil {
			return
		}
	}
}
