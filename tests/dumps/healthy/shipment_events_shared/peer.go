package main

import (
	"net"

	"github.com/go-stomp/stomp/v3/server"
)

// servePeer is a STOMP broker.
func servePeer(listener net.Listener) error { return server.Serve(listener) }
