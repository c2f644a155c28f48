package main

import (
	"net"

	"cloud.google.com/go/spanner/spannertest"
)

// servePeer is a Spanner in memory.
func servePeer(listener net.Listener) error {
	addr := listener.Addr().String()
	listener.Close()
	server, err := spannertest.NewServer(addr)
	if err != nil {
		return err
	}
	server.SetLogger(func(string, ...any) {})
	select {}
}
