// Command boards tells the boards and phones how long the queues are.
package main

import (
	"fmt"
	"net/http"
	"time"

	"example.org/skilift/boards/internal/ops"
	"example.org/skilift/boards/lift"
)

func main() {
	hub := lift.NewHub()
	for _, name := range []string{"north", "glacier", "valley"} {
		go hub.Gate(name, 300*time.Millisecond)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/queue", func(w http.ResponseWriter, r *http.Request) {
		watch, ok := hub.Join(r.URL.Query().Get("lift"))
		if !ok {
			http.Error(w, "closed", http.StatusServiceUnavailable)
			return
		}
		defer hub.Leave(watch)
		w.Header().Set("Content-Type", "text/event-stream")
		for {
			select {
			case q := <-watch.C:
				fmt.Fprintf(w, "data: %s %d %d\n\n", q.Lift, q.People, q.Minutes)
				w.(http.Flusher).Flush()
			case <-r.Context().Done():
				return
			}
		}
	})
	ops.Start(mux)
	ops.Wait()
}
