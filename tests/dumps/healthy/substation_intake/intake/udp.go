// Package intake takes measurements.
package intake

import (
	"net"
	"strings"
	"sync"
)

type Store struct {
	mu     sync.Mutex
	latest map[string]string
}

func NewStore() *Store { return &Store{latest: map[string]string{}} }

func (s *Store) put(from, line string) {
	s.mu.Lock()
	s.latest[from] = line
	s.mu.Unlock()
}

// Datagrams reads measurements that come without a connection.
func (s *Store) Datagrams(c net.PacketConn, readers int) {
	for i := 0; i < readers; i++ {
		go func() {
			buf := make([]byte, 1500)
			for {
				n, from, err := c.ReadFrom(buf)
				if err != nil {
					return
				}
				s.put(from.String(), strings.TrimSpace(string(buf[:n])))
			}
		}()
	}
}
