// Package crawl: stages joined by channels; the last is slow, so all before it wait to send.
package crawl

import (
	"context"
	"sync"
	"time"
)

func Run(ctx context.Context) {
	urls := gen(ctx)
	pages := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for u := range urls {
				select {
				case pages <- fetch(u):
				case <-ctx.Done():
					return
				}
			}
		}()
	}
	go func() { wg.Wait(); close(pages) }()
	for p := range pages {
		store(p)
	}
}

func gen(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func fetch(u int) int { time.Sleep(time.Millisecond); return u }
func store(p int)     { time.Sleep(300 * time.Millisecond) }
