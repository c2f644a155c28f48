package ratelimit

import (
	"sync"
	"time"
)

type Clock interface {
	Now() time.Time
	After(d time.Duration) <-chan time.Time
}

type Bucket struct {
	mu     sync.Mutex
	clock  Clock
	tokens int
	size   int
}

func NewBucket(size int, c Clock) *Bucket { return &Bucket{clock: c, tokens: size, size: size} }

// Take waits for a token.
func (b *Bucket) Take() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.tokens == 0 {
		<-b.clock.After(time.Second)
	}
	b.tokens--
}

func (b *Bucket) Refill() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tokens = b.size
}
