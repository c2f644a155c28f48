package main

import (
	"bytes"
	"net"
	"net/http"
	"time"
)

// servePeer is as much of an object store as the archive asks for.
func servePeer(listener net.Listener) error {
	label := bytes.Repeat([]byte("%PDF-1.7 parcel label\n"), 20000)
	return http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1b2cf535f27731c974343645a3985328"`)
		http.ServeContent(w, r, "label.pdf", time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC), bytes.NewReader(label))
	}))
}
