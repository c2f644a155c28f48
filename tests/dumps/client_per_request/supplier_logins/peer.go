package main

import (
	"io"
	"net"
	"net/http"
)

// servePeer is as much of a Vault as the service asks for: every secret is a lease of an hour.
func servePeer(listener net.Listener) error {
	lease := `{"lease_id": "database/creds/north/1", "renewable": true, "lease_duration": 3600, "data": {"username": "v-north"}}`
	return http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, lease) }))
}
