package ratelimit

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

type fakeClock struct {
	mu      sync.Mutex
	now     time.Time
	waiters []chan time.Time
	armed   chan struct{}
}

func (f *fakeClock) Now() time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.now
}

func (f *fakeClock) After(d time.Duration) <-chan time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	c := make(chan time.Time, 1)
	f.waiters = append(f.waiters, c)
	select {
	case f.armed <- struct{}{}:
	default:
	}
	return c
}

func (f *fakeClock) Advance(d time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.now = f.now.Add(d)
	for _, w := range f.waiters {
		w <- f.now
	}
	f.waiters = nil
}

func TestBucket(t *testing.T) {
	for _, size := range []int{1, 2, 5} {
		size := size
		t.Run(fmt.Sprintf("size=%d", size), func(t *testing.T) {
			t.Parallel()
			clock := &fakeClock{armed: make(chan struct{}, 1)}
			b := NewBucket(size, clock)
			for i := 0; i < size; i++ {
				b.Take()
			}
			if size < 5 {
				return
			}
			done := make(chan bool)
			go func() {
				b.Take()
				done <- true
			}()
			<-clock.armed
			b.Refill()
			clock.Advance(time.Second)
			<-done
		})
	}
	t.Run("fills", func(t *testing.T) {
		b := NewBucket(3, &fakeClock{})
		b.Refill()
		if b.tokens != 3 {
			t.Error(b.tokens)
		}
	})
}
