// Package scale opens the link of a lane when its first truck is announced, and keeps it.
package scale

import (
	"bufio"
	"net"
	"sync"
	"time"
)

type link struct {
	lane string
	conn net.Conn
}

// readLoop lives as long as the link: a scale speaks when a truck is on it.
func (l *link) readLoop(y *Yard) {
	defer y.drop(l)
	lines := bufio.NewReader(l.conn)
	for {
		raw, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		y.mu.Lock()
		y.last[l.lane] = raw
		y.mu.Unlock()
	}
}

type Yard struct {
	addr  string
	mu    sync.Mutex
	links map[string]*link
	last  map[string]string
}

func NewYard(addr string) *Yard {
	return &Yard{addr: addr, links: map[string]*link{}, last: map[string]string{}}
}

func (y *Yard) drop(l *link) {
	l.conn.Close()
	y.mu.Lock()
	delete(y.links, l.lane)
	y.mu.Unlock()
}

// Announce opens the link of a lane if it is not open.
func (y *Yard) Announce(lane string) error {
	y.mu.Lock()
	defer y.mu.Unlock()
	if y.links[lane] != nil {
		return nil
	}
	c, err := net.DialTimeout("tcp", y.addr, 2*time.Second)
	if err != nil {
		return err
	}
	l := &link{lane, c}
	y.links[lane] = l
	go l.readLoop(y)
	return nil
}
