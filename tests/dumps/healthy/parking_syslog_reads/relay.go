package main

import (
	"io"
	"net"
	"time"
)

// relay stands for the city's syslog relay on the same host: it takes connections and hands lines on.
type relay struct {
	l       net.Listener
	stalled bool
}

func startRelay(stalled bool) *relay {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	r := &relay{l: l, stalled: stalled}
	go r.accept()
	return r
}

func (r *relay) accept() {
	for {
		c, err := r.l.Accept()
		if err != nil {
			return
		}
		if r.stalled {
			time.Sleep(time.Hour) // its disk is full
		}
		go func() {
			defer c.Close()
			io.Copy(io.Discard, c)
		}()
	}
}
