package main

import (
	"net"

	"github.com/alicebob/miniredis/v2"
)

// servePeer is a Redis.
func servePeer(listener net.Listener) error {
	addr := listener.Addr().String()
	listener.Close()
	if err := miniredis.NewMiniRedis().StartAddr(addr); err != nil {
		return err
	}
	select {}
}
