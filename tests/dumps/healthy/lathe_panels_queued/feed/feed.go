// Package feed sends the state of the machines to all panels, each by a writer of its own.
package feed

import (
	"bufio"
	"fmt"
	"net"
	"sync"
	"time"
)

type panel struct {
	conn net.Conn
	out  chan string
	gone chan struct{}
}

type Feed struct {
	mu     sync.Mutex
	panels map[*panel]bool
	drops  int
}

func Listen(addr string) (*Feed, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	f := &Feed{panels: map[*panel]bool{}}
	go f.accept(l)
	return f, nil
}

func (f *Feed) accept(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		p := &panel{conn: c, out: make(chan string, 32), gone: make(chan struct{})}
		f.mu.Lock()
		f.panels[p] = true
		f.mu.Unlock()
		go f.read(p)
		go p.write()
	}
}

// read waits for commands of the panel; a panel says something at least each 90 seconds.
func (f *Feed) read(p *panel) {
	defer func() {
		f.mu.Lock()
		delete(f.panels, p)
		f.mu.Unlock()
		close(p.gone)
		p.conn.Close()
	}()
	lines := bufio.NewScanner(p.conn)
	for {
		p.conn.SetReadDeadline(time.Now().Add(90 * time.Second))
		if !lines.Scan() {
			return
		}
	}
}

func (p *panel) write() {
	for {
		select {
		case line := <-p.out:
			p.conn.SetWriteDeadline(time.Now().Add(5 * time.Second))
			if _, err := p.conn.Write([]byte(line)); err != nil {
				p.conn.Close()
				return
			}
		case <-p.gone:
			return
		}
	}
}

func (f *Feed) Publish(machine string, rpm int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for p := range f.panels {
		select {
		case p.out <- fmt.Sprintf("%s %d\n", machine, rpm):
		default:
			f.drops++
		}
	}
}
