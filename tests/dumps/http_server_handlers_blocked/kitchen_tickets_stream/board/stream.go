package board

import (
	"encoding/json"
	"net/http"
)

// StreamHandler is the event stream of the kitchen's displays.
func StreamHandler(b *Board) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fl, ok := w.(http.Flusher)
		if !ok {
			http.Error(w, "no stream", http.StatusNotImplemented)
			return
		}
		w.Header().Set("Content-Type", "text/event-stream")
		enc := json.NewEncoder(w)
		// BUG: a display that went away is noticed by a write only, and a station without orders writes nothing.
		for t := range b.Subscribe(r.URL.Query().Get("station")) {
			if err := enc.Encode(t); err != nil {
				return
			}
			fl.Flush()
		}
	})
}
