package main

import (
	"io"
	"net"
	"net/http"
)

// servePeer is as much of an APM server as the agent asks for.
func servePeer(listener net.Listener) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, `{"version": "8.1.0"}`) })
	mux.HandleFunc("/config/v1/agents", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Etag", `"1"`)
		io.WriteString(w, "{}")
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		w.WriteHeader(http.StatusAccepted)
	})
	return http.Serve(listener, mux)
}
