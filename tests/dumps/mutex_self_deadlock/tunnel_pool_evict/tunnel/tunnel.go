package tunnel

import (
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// Tunnel is one kept connection.
type Tunnel struct {
	machine string
	conn    net.Conn
	closed  func(machine string)
	once    sync.Once
	used    int64
}

func newTunnel(machine string, conn net.Conn, closed func(string)) *Tunnel {
	return &Tunnel{machine: machine, conn: conn, closed: closed, used: time.Now().UnixNano()}
}

func (t *Tunnel) ask(question string) (string, error) {
	atomic.StoreInt64(&t.used, time.Now().UnixNano())
	t.conn.SetDeadline(time.Now().Add(time.Second))
	if _, err := fmt.Fprintf(t.conn, "GET /%s/%s HTTP/1.1\r\nHost: machine\r\n\r\n", t.machine, question); err != nil {
		t.Close()
		return "", err
	}
	answer := make([]byte, 512)
	n, err := t.conn.Read(answer)
	if err != nil {
		t.Close()
		return "", err
	}
	return string(answer[:n]), nil
}

func (t *Tunnel) usedBefore(at time.Time) bool {
	return atomic.LoadInt64(&t.used) < at.UnixNano()
}

// Close ends the tunnel and takes it out of its pool.
func (t *Tunnel) Close() {
	t.once.Do(func() {
		t.conn.Close()
		t.closed(t.machine)
	})
}
