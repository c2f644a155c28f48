package main

import (
	"context"
	"crypto/sha1"
	"fmt"
	"os"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type progress struct {
	mu   sync.Mutex
	done int
	tick *time.Ticker
}

func (p *progress) add() {
	p.mu.Lock()
	p.done++
	p.mu.Unlock()
}

func (p *progress) show(ctx context.Context, out *os.File) {
	for {
		select {
		case <-p.tick.C:
			p.mu.Lock()
			fmt.Fprintf(out, "%d done\n", p.done)
			p.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}

func resize(name string) []byte {
	sum := []byte(name)
	for end := time.Now().Add(300 * time.Millisecond); time.Now().Before(end); {
		s := sha1.Sum(sum)
		sum = s[:]
	}
	return sum
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	p := &progress{tick: time.NewTicker(time.Second)}
	go p.show(ctx, os.Stderr)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(6)
	names := make(chan string)
	thumbs := make(chan []byte, 4)
	go func() {
		defer close(names)
		for i := 0; i < 500; i++ {
			names <- fmt.Sprintf("IMG_%04d.jpg", i)
		}
	}()
	var written sync.WaitGroup
	written.Add(1)
	go func() {
		defer written.Done()
		for t := range thumbs {
			time.Sleep(20 * time.Millisecond)
			_ = t
		}
	}()
	for name := range names {
		g.Go(func() error {
			defer p.add()
			select {
			case thumbs <- resize(name):
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}
	if err := g.Wait(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	close(thumbs)
	written.Wait()
}
