// Package lab is the message centre of the staging system.
package lab

import (
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"sync"
	"time"
)

type centre struct {
	latency time.Duration
	writing sync.Mutex
	served  int
}

// Start listens on a free port and returns its address.
func Start(latency time.Duration) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	c := &centre{latency: latency}
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go c.serve(conn)
		}
	}()
	return l.Addr().String()
}

func (c *centre) serve(conn net.Conn) {
	defer conn.Close()
	for {
		var head [16]byte
		if _, err := io.ReadFull(conn, head[:]); err != nil {
			return
		}
		body := make([]byte, binary.BigEndian.Uint32(head[:])-16)
		if _, err := io.ReadFull(conn, body); err != nil {
			return
		}
		command, sequence := binary.BigEndian.Uint32(head[4:]), binary.BigEndian.Uint32(head[12:])
		c.served++
		if c.served == 8 { // data_sm, which the newest release of the centre sends
			c.reply(conn, 0x00000103, 9000, "receipt")
		}
		time.AfterFunc(c.latency, func() { c.reply(conn, command|0x80000000, sequence, fmt.Sprintf("m%06d", sequence)) })
	}
}

func (c *centre) reply(conn net.Conn, command, sequence uint32, body string) {
	c.writing.Lock()
	defer c.writing.Unlock()
	head := make([]byte, 16, 16+len(body))
	binary.BigEndian.PutUint32(head, uint32(16+len(body)))
	binary.BigEndian.PutUint32(head[4:], command)
	binary.BigEndian.PutUint32(head[12:], sequence)
	conn.Write(append(head, body...))
}
