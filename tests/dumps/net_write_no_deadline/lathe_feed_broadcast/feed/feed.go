// Package feed sends the state of the machines to all panels.
package feed

import (
	"bytes"
	"fmt"
	"net"
	"sync"
	"time"
)

type Feed struct {
	mu     sync.Mutex
	panels map[string]net.Conn
	last   map[string]int
}

func Listen(addr string) (*Feed, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	f := &Feed{panels: map[string]net.Conn{}, last: map[string]int{}}
	go f.accept(l)
	return f, nil
}

func (f *Feed) accept(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		f.mu.Lock()
		f.panels[c.RemoteAddr().String()] = c
		f.mu.Unlock()
	}
}

// Publish tells every panel about one machine.
func (f *Feed) Publish(machine string, rpm int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.last[machine] = rpm
	frame := append([]byte(fmt.Sprintf("%s %d %d\n", machine, rpm, time.Now().Unix())), bytes.Repeat([]byte{0}, 64<<10)...)
	for name, c := range f.panels {
		if _, err := c.Write(frame); err != nil {
			c.Close()
			delete(f.panels, name)
		}
	}
}

func (f *Feed) Last(machine string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.last[machine]
}
