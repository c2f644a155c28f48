package syslogd

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"log"
	"net/http"
	"sync/atomic"
)

// Collector takes syslog lines over TLS.
type Collector struct {
	lines chan string
	total int64
}

// New starts the writers.
func New(writers int) *Collector {
	c := &Collector{lines: make(chan string, 1024)}
	for i := 0; i < writers; i++ {
		go func() {
			for range c.lines {
				atomic.AddInt64(&c.total, 1)
			}
		}()
	}
	return c
}

// ListenTLS accepts. The bug: the handshake is done in the loop and has no deadline.
func (c *Collector) ListenTLS(addr string, cfg *tls.Config) error {
	ln, err := tls.Listen("tcp", addr, cfg)
	if err != nil {
		return err
	}
	for {
		conn, err := ln.Accept()
		if err != nil {
			return err
		}
		tc := conn.(*tls.Conn)
		if err := tc.Handshake(); err != nil {
			log.Printf("%s: %v", conn.RemoteAddr(), err)
			conn.Close()
			continue
		}
		peer := tc.ConnectionState().ServerName
		go func() {
			defer tc.Close()
			s := bufio.NewScanner(tc)
			for s.Scan() {
				c.lines <- peer + " " + s.Text()
			}
		}()
	}
}

// Stats shows the count.
func (c *Collector) Stats(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, atomic.LoadInt64(&c.total))
}
