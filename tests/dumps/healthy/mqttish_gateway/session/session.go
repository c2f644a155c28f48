package session

import (
	"bufio"
	"net"
	"sync"
	"time"
)

type conn struct {
	net.Conn
	out  chan []byte
	gone chan struct{}
	once sync.Once
}

func (c *conn) shut() { c.once.Do(func() { close(c.gone); c.Close() }) }

type Broker struct {
	mu    sync.RWMutex
	conns map[*conn]bool
}

func NewBroker() *Broker { return &Broker{conns: map[*conn]bool{}} }

func (b *Broker) Attach(nc net.Conn) {
	c := &conn{Conn: nc, out: make(chan []byte, 32), gone: make(chan struct{})}
	b.mu.Lock()
	b.conns[c] = true
	b.mu.Unlock()
	go b.readPump(c)
	go c.writePump()
}

func (b *Broker) readPump(c *conn) {
	defer func() {
		b.mu.Lock()
		delete(b.conns, c)
		b.mu.Unlock()
		c.shut()
	}()
	br := bufio.NewReader(c)
	for {
		c.SetReadDeadline(time.Now().Add(10 * time.Minute))
		line, err := br.ReadSlice('\n')
		if err != nil {
			return
		}
		select {
		case c.out <- append([]byte("ack "), line...):
		case <-c.gone:
			return
		}
	}
}

func (c *conn) writePump() {
	defer c.shut()
	for {
		select {
		case p := <-c.out:
			c.SetWriteDeadline(time.Now().Add(5 * time.Second))
			if _, err := c.Write(p); err != nil {
				return
			}
		case <-c.gone:
			return
		}
	}
}

func (b *Broker) Push(p []byte) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for c := range b.conns {
		select {
		case c.out <- p:
		default:
		}
	}
}
