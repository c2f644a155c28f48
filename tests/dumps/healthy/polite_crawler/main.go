package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"sync"
	"time"
)

// host lets one request start every gap; whoever sleeps keeps the turn.
type host struct {
	turn sync.Mutex
	last time.Time
	gap  time.Duration
}

func (h *host) wait() {
	h.turn.Lock()
	defer h.turn.Unlock()
	if d := time.Until(h.last.Add(h.gap)); d > 0 {
		time.Sleep(d)
	}
	h.last = time.Now()
}

type fetcher struct {
	host  *host
	pages chan string
	seen  sync.Map
}

func (f *fetcher) run(ctx context.Context) {
	for {
		select {
		case p := <-f.pages:
			f.host.wait()
			f.seen.Store(p, true)
		case <-ctx.Done():
			return
		}
	}
}

func main() {
	f := &fetcher{host: &host{gap: 150 * time.Millisecond}, pages: make(chan string)}
	for i := 0; i < 12; i++ {
		go f.run(context.Background())
	}
	go func() {
		for {
			f.pages <- time.Now().String()
		}
	}()
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
