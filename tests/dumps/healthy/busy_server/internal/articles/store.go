// Package articles keeps the articles in memory.
package articles

import (
	"hash/fnv"
	"sort"
	"sync"
)

// Store is safe for concurrent use.
type Store struct {
	mu    sync.RWMutex
	items map[string]int
}

func New() *Store { return &Store{items: map[string]int{}} }

// Hit counts a view, and returns the best ones.
func (s *Store) Hit(sku string) []string {
	s.mu.Lock()
	s.items[sku]++
	s.mu.Unlock()
	s.mu.RLock()
	defer s.mu.RUnlock()
	best := make([]string, 0, len(s.items))
	for sku := range s.items {
		best = append(best, sku)
	}
	sort.Slice(best, func(i, j int) bool { return s.items[best[i]] > s.items[best[j]] })
	if len(best) > 10 {
		best = best[:10]
	}
	return best
}

// Digest is some work for the processor.
func Digest(words []string) (sum uint32) {
	h := fnv.New32a()
	for i := 0; i < 2000; i++ {
		for _, w := range words {
			h.Write([]byte(w))
		}
	}
	return h.Sum32()
}
