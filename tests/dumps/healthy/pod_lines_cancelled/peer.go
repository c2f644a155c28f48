package main

import (
	"io"
	"net"
	"net/http"

	"k8s.io/streaming/pkg/httpstream"
	"k8s.io/streaming/pkg/httpstream/spdy"
)

// servePeer is as much of an API server as an exec asks for: one line, and the command goes on.
func servePeer(listener net.Listener) error {
	return http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := httpstream.Handshake(r, w, []string{"v4.channel.k8s.io"}); err != nil {
			return
		}
		speak := func(stream httpstream.Stream, _ <-chan struct{}) error {
			if stream.Headers().Get("streamType") == "stdout" {
				go io.WriteString(stream, "order 4711 shipped\n")
			}
			return nil
		}
		if conn := spdy.NewResponseUpgrader().UpgradeResponse(w, r, speak); conn != nil {
			<-conn.CloseChan()
		}
	}))
}
