// Package conns keeps one connection for each line's control centre.
package conns

import (
	"bufio"
	"fmt"
	"net"
	"sync"
	"time"
)

type Conn struct {
	line string
	c    net.Conn
	used time.Time
}

type Pool struct {
	mu    sync.RWMutex
	conns map[string]*Conn
	addr  string
}

func NewPool(addr string) *Pool {
	p := &Pool{conns: map[string]*Conn{}, addr: addr}
	p.conns["1"] = &Conn{line: "1"}
	return p
}

// Position asks the centre where the line's next tram is.
func (p *Pool) Position(line string) (string, error) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	c, ok := p.conns[line]
	if !ok {
		var err error
		if c, err = p.connect(line); err != nil {
			return "", err
		}
	}
	if c.c == nil {
		return "depot", nil
	}
	fmt.Fprintf(c.c, "WHERE %s\n", line)
	return bufio.NewReader(c.c).ReadString('\n')
}

func (p *Pool) connect(line string) (*Conn, error) {
	c, err := net.DialTimeout("tcp", p.addr, time.Second)
	if err != nil {
		return nil, err
	}
	p.store(line, &Conn{line: line, c: c, used: time.Now()})
	return p.conns[line], nil
}

func (p *Pool) store(line string, c *Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if old := p.conns[line]; old != nil && old.c != nil {
		old.c.Close()
	}
	p.conns[line] = c
}

// Lines lists what is connected.
func (p *Pool) Lines() int {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return len(p.conns)
}
