// Package yard merges the reports of the stacks in the yard.
package yard

import (
	"context"
	"sync"
)

// Report is of one stack.
type Report struct {
	Stack, Bricks int
}

// Yard hears of all stacks.
type Yard struct {
	stacks []chan Report
	merged chan Report
	mu     sync.Mutex
	sum    map[int]int
}

// Open merges n stacks.
func Open(n int) *Yard {
	y := &Yard{merged: make(chan Report), sum: map[int]int{}}
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		in := make(chan Report, 4)
		y.stacks = append(y.stacks, in)
		wg.Add(1)
		go func() {
			defer wg.Done()
			for r := range in {
				y.merged <- r
			}
		}()
	}
	go func() {
		wg.Wait()
		close(y.merged)
	}()
	go y.count()
	return y
}

func (y *Yard) count() {
	for r := range y.merged {
		y.mu.Lock()
		y.sum[r.Stack] += r.Bricks
		y.mu.Unlock()
	}
}

// Tell reports.
func (y *Yard) Tell(r Report) { y.stacks[r.Stack%len(y.stacks)] <- r }

// Gates are closed when ctx ends, each by a goroutine of its own.
func Gates(ctx context.Context, names ...string) *sync.WaitGroup {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Add(1)
		go closeLater(ctx, name, &wg)
	}
	return &wg
}

func closeLater(ctx context.Context, name string, wg *sync.WaitGroup) {
	defer wg.Done()
	<-ctx.Done()
	_ = name
}
