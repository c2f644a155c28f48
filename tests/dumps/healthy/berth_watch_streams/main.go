package main

import (
	"net/http"

	"portcall.sg/streams/internal/ops"
	"portcall.sg/streams/watch"
)

func main() {
	hub := watch.NewHub()
	go hub.Tide()
	mux := http.NewServeMux()
	mux.HandleFunc("/watch", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		hub.Serve(r.Context(), w, r.URL.Query().Get("berth"))
	})
	ops.Start(mux)
	ops.Wait()
}
