package main

import (
	"bufio"
	"net"
	"strings"
	"time"
)

const (
	patience  = 10 * time.Minute
	writeTime = 5 * time.Second
	heartbeat = 45 * time.Second
)

type session struct {
	conn net.Conn
	out  chan []byte
	done chan struct{}
}

func serveConn(h *hub, c net.Conn) {
	s := &session{conn: c, out: make(chan []byte, 32), done: make(chan struct{})}
	h.join(s)
	go s.writePump()
	s.readPump(h)
	h.leave(s)
	close(s.done)
}

func (s *session) readPump(h *hub) {
	in := bufio.NewScanner(s.conn)
	for {
		s.conn.SetReadDeadline(time.Now().Add(patience))
		if !in.Scan() {
			return
		}
		if cmd := strings.Fields(in.Text()); len(cmd) > 1 && cmd[0] == "say" {
			h.publish([]byte(strings.Join(cmd[1:], " ") + "\n"))
		}
	}
}

func (s *session) writePump() {
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	defer s.conn.Close()
	for {
		var msg []byte
		select {
		case msg = <-s.out:
		case <-beat.C:
			msg = []byte("\n")
		case <-s.done:
			return
		}
		s.conn.SetWriteDeadline(time.Now().Add(writeTime))
		if _, err := s.conn.Write(msg); err != nil {
			return
		}
	}
}
