// Package frontier knows which pages are to be read.
package frontier

import (
	"context"
	"fmt"
	"sync"
)

type Frontier struct {
	pages chan string

	mu     sync.Mutex
	read   int
	failed int
}

func New(size int) *Frontier { return &Frontier{pages: make(chan string, size)} }

func (f *Frontier) Add(page string) { f.pages <- page }

// Work crawls until it is told to stop.
func (f *Frontier) Work(ctx context.Context, crawl func(context.Context, string) ([]string, error)) {
	for {
		select {
		case page := <-f.pages:
			links, err := crawl(ctx, page)
			f.count(err)
			for _, link := range links {
				select {
				case f.pages <- link:
				case <-ctx.Done():
					return
				}
			}
		case <-ctx.Done():
			return
		}
	}
}

func (f *Frontier) count(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil {
		f.failed++
		return
	}
	f.read++
}

func (f *Frontier) String() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return fmt.Sprintf("%d read, %d failed, %d to do", f.read, f.failed, len(f.pages))
}
