// Package pool counts the statements that are in use.
package pool

import (
	"net"
	"os"
	"runtime"
	"strings"
	"sync"
)

type Pool struct {
	mu    sync.Mutex
	inUse map[string]int
	conn  net.Conn
}

type Statement struct {
	query string
	rows  []byte
}

// Query prepares a statement; it is given back when nobody refers to it any more.
func (p *Pool) Query(id string) *Statement {
	s := &Statement{query: id, rows: make([]byte, 1024)}
	runtime.AddCleanup(s, p.release, id) // BUG: the cleanup needs a lock
	return s
}

func (p *Pool) release(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.inUse, id)
}

// Dial opens the connection and waits for the greeting.
func (p *Pool) Dial() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	conn, err := net.Dial("tcp", strings.TrimPrefix(os.Getenv("UPSTREAM"), "http://"))
	if err != nil {
		return err
	}
	p.conn = conn
	_, err = conn.Read(make([]byte, 64)) // BUG: without a deadline, and under the lock
	return err
}
