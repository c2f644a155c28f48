// Package feed hands prices of the stalls on.
package feed

import "sync"

// Price is what a stall asks.
type Price struct {
	Stall string
	Cents int
}

// Feed has a queue for every subscriber.
type Feed struct {
	mu   sync.Mutex
	subs map[string]chan Price
	quit chan struct{}
	in   chan Price
	wg   sync.WaitGroup
}

// Start begins to hand on.
func Start() *Feed {
	f := &Feed{subs: map[string]chan Price{}, quit: make(chan struct{}), in: make(chan Price)}
	f.wg.Add(1)
	go f.run()
	return f
}

func (f *Feed) run() {
	defer f.wg.Done()
	for {
		select {
		case p := <-f.in:
			f.mu.Lock()
			ch := f.subs[p.Stall]
			f.mu.Unlock()
			if ch != nil {
				ch <- p
			}
		case <-f.quit:
			return
		}
	}
}

// Follow returns the prices of a stall.
func (f *Feed) Follow(stall string) <-chan Price {
	f.mu.Lock()
	defer f.mu.Unlock()
	ch := make(chan Price, 1)
	f.subs[stall] = ch
	return ch
}

// Set announces a price.
func (f *Feed) Set(p Price) { f.in <- p }

// Close ends the feed.
func (f *Feed) Close() {
	close(f.quit)
	f.wg.Wait()
}
