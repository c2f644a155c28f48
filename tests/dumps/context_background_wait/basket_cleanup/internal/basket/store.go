// Package basket keeps baskets until the visitor leaves.
package basket

import (
	"context"
	"sync"
)

type basket struct{ items []string }

// Store is safe for concurrent use.
type Store struct {
	ctx     context.Context
	mu      sync.Mutex
	baskets map[string]*basket
}

// NewStore works until ctx ends.
func NewStore(ctx context.Context) *Store {
	return &Store{ctx: ctx, baskets: map[string]*basket{}}
}

// Open makes a basket.
func (s *Store) Open(visitor string) {
	b := &basket{}
	s.mu.Lock()
	s.baskets[visitor] = b
	s.mu.Unlock()
	go s.removeAfter(s.ctx, visitor) // BUG: the context of the process, not the one of the visit
}

func (s *Store) removeAfter(ctx context.Context, visitor string) {
	<-ctx.Done()
	s.mu.Lock()
	delete(s.baskets, visitor)
	s.mu.Unlock()
}
