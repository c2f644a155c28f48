package main

import (
	"fmt"
	"net/http"
	"time"

	"untertitel.tv/merge/cue"
	"untertitel.tv/merge/internal/ops"
)

func play(w http.ResponseWriter, r *http.Request) {
	rc := http.NewResponseController(w)
	pace := time.NewTicker(200 * time.Millisecond)
	defer pace.Stop()
	for c := range cue.Merge(cue.Track("de", 2*time.Second), cue.Track("en", 3*time.Second)) {
		if _, err := fmt.Fprintf(w, "data: %s %s\n\n", c.At, c.Text); err != nil || rc.Flush() != nil {
			return
		}
		select {
		case <-pace.C:
		case <-r.Context().Done():
			return
		}
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/play", play)
	ops.Start(mux)
	ops.Wait()
}
