package auth

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"sync"
	"time"
)

type TokenSource interface{ Token() (string, error) }

// cached remembers the token of another source until it ends.
type cached struct {
	mu     sync.RWMutex
	base   TokenSource
	value  string
	expiry time.Time
}

func Cached(base TokenSource) TokenSource { return &cached{base: base} }

func (c *cached) Token() (string, error) {
	c.mu.RLock()
	value, expiry := c.value, c.expiry
	c.mu.RUnlock()
	if time.Now().Before(expiry) {
		return value, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Now().Before(c.expiry) {
		return c.value, nil
	}
	value, err := c.base.Token()
	if err != nil {
		return "", fmt.Errorf("auth: refresh: %w", err)
	}
	c.value, c.expiry = value, time.Now().Add(time.Minute)
	return value, nil
}

// Broker speaks the one-line protocol of the key broker.
type Broker struct{ Addr, Client string }

func (b Broker) Token() (string, error) {
	conn, err := net.Dial("tcp", b.Addr)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	fmt.Fprintf(conn, "TOKEN %s\r\n", b.Client)
	line, err := bufio.NewReader(conn).ReadString('\n')
	return strings.TrimSpace(line), err
}
