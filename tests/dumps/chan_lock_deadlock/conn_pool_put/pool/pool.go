package pool

import "sync"

type Conn struct{ ID int }

type Pool struct {
	mu   sync.Mutex
	idle chan *Conn
	out  map[*Conn]bool
}

func New(n int) *Pool {
	p := &Pool{idle: make(chan *Conn, n), out: map[*Conn]bool{}}
	for i := 0; i < n; i++ {
		p.idle <- &Conn{i}
	}
	return p
}

func (p *Pool) Get() *Conn {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := <-p.idle
	p.out[c] = true
	return c
}

func (p *Pool) Put(c *Conn) {
	p.mu.Lock()
	delete(p.out, c)
	p.mu.Unlock()
	p.idle <- c
}
