// Package fluent sends log records to the collector of the node.
package fluent

import (
	"encoding/binary"
	"net"
	"time"
)

// Sink is a writer of records; each gets its length in front.
type Sink struct {
	conn net.Conn
	head [4]byte
}

func Dial(address string) (*Sink, error) {
	conn, err := net.DialTimeout("tcp", address, 2*time.Second)
	if err != nil {
		return nil, err
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		tcp.SetWriteBuffer(32 << 10)
		tcp.SetKeepAlive(true)
	}
	return &Sink{conn: conn}, nil
}

func (s *Sink) Write(record []byte) (int, error) {
	binary.BigEndian.PutUint32(s.head[:], uint32(len(record)))
	buffers := net.Buffers{s.head[:], record}
	if _, err := buffers.WriteTo(s.conn); err != nil {
		return 0, err
	}
	return len(record), nil
}

func (s *Sink) Close() error { return s.conn.Close() }
