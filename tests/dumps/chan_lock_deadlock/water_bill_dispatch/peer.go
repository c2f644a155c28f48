package main

import (
	"bufio"
	"fmt"
	"net"
	"time"
)

// servePeer is a STOMP broker that takes four bills, then reads no more and goes away.
func servePeer(listener net.Listener) error {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		in := bufio.NewReader(conn)
		if _, err := in.ReadString(0); err != nil {
			continue // somebody looks whether the broker is there
		}
		fmt.Fprint(conn, "CONNECTED\nversion:1.2\nheart-beat:0,0\n\n\x00")
		for i := 0; i < 4; i++ {
			in.ReadString(0)
		}
		time.Sleep(6 * time.Second)
		return conn.Close()
	}
}
