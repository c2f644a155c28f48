// Package relay joins the operators' consoles with the cranes' controllers.
package relay

import (
	"context"
	"io"
	"log"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

type Relay struct {
	Target   string
	sessions int64
	dialer   net.Dialer
}

func New(target string) *Relay {
	return &Relay{Target: target, dialer: net.Dialer{Timeout: 2 * time.Second}}
}

func (r *Relay) Serve(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go r.session(c.(*net.TCPConn))
	}
}

func (r *Relay) session(console *net.TCPConn) {
	defer console.Close()
	atomic.AddInt64(&r.sessions, 1)
	defer atomic.AddInt64(&r.sessions, -1)
	c, err := r.dialer.DialContext(context.Background(), "tcp", r.Target)
	if err != nil {
		log.Printf("controller: %v", err)
		return
	}
	controller := c.(*net.TCPConn)
	defer controller.Close()

	var wg sync.WaitGroup
	wg.Add(2)
	go pump(&wg, controller, console)
	go pump(&wg, console, controller)
	wg.Wait()
}

func pump(wg *sync.WaitGroup, dst, src *net.TCPConn) {
	defer wg.Done()
	if _, err := io.Copy(dst, src); err != nil {
		log.Printf("%s: %v", src.RemoteAddr(), err)
	}
	dst.CloseWrite()
}
