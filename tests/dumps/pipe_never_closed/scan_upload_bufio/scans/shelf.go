// Package scans has what the scanners have made.
package scans

import (
	"io"
	"math/rand"
	"sync"
)

type Shelf struct {
	size int64
	mu   sync.Mutex
	open map[string]int
}

func NewShelf(size int64) *Shelf { return &Shelf{size: size, open: make(map[string]int)} }

type scan struct {
	io.Reader
	id    string
	shelf *Shelf
}

// Open gives the pixels of one scan.
func (s *Shelf) Open(id string) io.ReadCloser {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open[id]++
	noise := rand.New(rand.NewSource(int64(len(s.open))))
	return &scan{io.LimitReader(noise, s.size), id, s}
}

func (s *scan) Close() error {
	s.shelf.mu.Lock()
	defer s.shelf.mu.Unlock()
	if s.shelf.open[s.id]--; s.shelf.open[s.id] == 0 {
		delete(s.shelf.open, s.id)
	}
	return nil
}
