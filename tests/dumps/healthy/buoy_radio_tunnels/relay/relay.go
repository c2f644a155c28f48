// Package relay copies bytes between two connections and counts them.
package relay

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync/atomic"
)

type Relay struct {
	Listen, Target string

	in, out int64
}

// conn is a connection whose bytes are counted.
type conn struct {
	inner net.Conn
	read  *int64
}

func (c *conn) Read(p []byte) (int, error) {
	n, err := c.inner.Read(p)
	atomic.AddInt64(c.read, int64(n))
	return n, err
}

func (c *conn) Write(p []byte) (int, error) { return c.inner.Write(p) }

func (c *conn) Close() error { return c.inner.Close() }

func (r *Relay) Run() error {
	l, err := net.Listen("tcp", r.Listen)
	if err != nil {
		return err
	}
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go r.tunnel(&conn{c, &r.in})
	}
}

func (r *Relay) tunnel(near *conn) {
	defer near.Close()
	c, err := net.Dial("tcp", r.Target)
	if err != nil {
		log.Print(err)
		return
	}
	far := &conn{c, &r.out}
	defer far.Close()
	done := make(chan error, 2)
	go pipe(far, near, done)
	go pipe(near, far, done)
	<-done
}

func pipe(dst, src *conn, done chan<- error) {
	_, err := io.Copy(dst, src)
	done <- err
}

func (r *Relay) Traffic(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintln(w, atomic.LoadInt64(&r.in), atomic.LoadInt64(&r.out))
}
