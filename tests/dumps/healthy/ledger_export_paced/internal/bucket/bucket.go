// Package bucket keeps objects of tenants.
package bucket

import (
	"errors"
	"io"
	"sync"
	"time"
)

// ErrQuota is returned when a tenant has used its space.
var ErrQuota = errors.New("quota exceeded")

// Store is the object store.
type Store struct {
	mu    sync.Mutex
	used  map[string]int64
	limit int64
}

// New allows each tenant limit bytes.
func New(limit int64) *Store { return &Store{used: map[string]int64{}, limit: limit} }

func (s *Store) reserve(tenant string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.used[tenant] > s.limit {
		return ErrQuota
	}
	return nil
}

// paced takes no more than the tape drive can write.
type paced struct{ rate int }

func (p *paced) Write(b []byte) (int, error) {
	time.Sleep(time.Duration(len(b)) * time.Second / time.Duration(p.rate))
	return len(b), nil
}

// Put stores what r yields.
func (s *Store) Put(tenant, name string, r io.Reader) (int64, error) {
	if err := s.reserve(tenant); err != nil {
		return 0, err
	}
	n, err := io.Copy(&paced{rate: 1 << 10}, r)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.used[tenant] += n
	return n, err
}
