package main

import (
	"io"
	"net"
	"net/http"
	"strings"
)

// servePeer is as much of a Docker daemon as the service asks for: each container is healthy at once.
func servePeer(listener net.Listener) error {
	return http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Api-Version", "1.45")
		if !strings.HasSuffix(r.URL.Path, "/events") {
			return
		}
		io.WriteString(w, `{"Type": "container", "Action": "health_status: healthy"}`+"\n")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}))
}
