package main

import (
	"fmt"
	"net"
	"net/http"
)

// servePeer is the issuer of the tickets, which tells its keys.
func servePeer(listener net.Listener) error {
	return http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `{"keys":[{"kty":"oct","kid":"a","k":"c2VjcmV0c2VjcmV0"}]}`)
	}))
}
