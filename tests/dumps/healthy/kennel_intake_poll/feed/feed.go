// Package feed tells pollers what has changed.
package feed

import (
	"context"
	"sync"
	"time"
)

type Feed struct {
	mu      sync.Mutex
	grown   *sync.Cond
	entries []string
}

func New() *Feed {
	f := new(Feed)
	f.grown = sync.NewCond(&f.mu)
	return f
}

func (f *Feed) Add(e string) {
	f.mu.Lock()
	f.entries = append(f.entries, e)
	f.mu.Unlock()
	f.grown.Broadcast()
}

// After returns the entries behind n, as soon as there are any or the context ends.
func (f *Feed) After(ctx context.Context, n int) ([]string, error) {
	stop := context.AfterFunc(ctx, f.wake)
	defer stop()
	f.mu.Lock()
	defer f.mu.Unlock()
	for len(f.entries) <= n {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f.grown.Wait()
	}
	return f.entries[n:], nil
}

func (f *Feed) wake() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.grown.Broadcast()
}

// Expire drops what nobody asks for any more.
func (f *Feed) Expire(every time.Duration) {
	for range time.NewTicker(every).C {
		f.mu.Lock()
		if len(f.entries) > 1000 {
			f.entries = f.entries[len(f.entries)-1000:]
		}
		f.mu.Unlock()
	}
}
