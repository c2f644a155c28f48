package agent

import (
	"context"
	"errors"
	"math/rand"
	"net/http"
	"sync"
	"time"
)

type Reading struct {
	Site int
	Kw   float64
}

type Sink interface{ Put(Reading) }

// Agent looks after one site: a poller, a flusher and a watcher of its commands.
type Agent struct {
	site     int
	base     string
	hc       *http.Client
	commands chan string
	mu       sync.Mutex
	pending  []Reading
	out      Sink
}

type Option func(*Agent)

func WithClient(hc *http.Client) Option { return func(a *Agent) { a.hc = hc } }

func Start(ctx context.Context, site int, base string, out Sink, opts ...Option) *Agent {
	a := &Agent{site: site, base: base, hc: http.DefaultClient, commands: make(chan string, 1), out: out}
	for _, o := range opts {
		o(a)
	}
	go a.every(ctx, 5*time.Second, a.poll)
	go a.every(ctx, 20*time.Second, a.flush)
	go a.obey(ctx)
	return a
}

func (a *Agent) every(ctx context.Context, d time.Duration, do func(context.Context) error) {
	backoff := d
	for {
		jitter := time.Duration(rand.Int63n(int64(d / 5)))
		select {
		case <-time.After(backoff + jitter):
		case <-ctx.Done():
			return
		}
		if err := do(ctx); err != nil {
			backoff = 2 * d
		} else {
			backoff = d
		}
	}
}

func (a *Agent) poll(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, a.base+"/slow?ms=900", nil)
	if err != nil {
		return err
	}
	resp, err := a.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	a.mu.Lock()
	a.pending = append(a.pending, Reading{a.site, rand.Float64()})
	a.mu.Unlock()
	return nil
}

func (a *Agent) flush(context.Context) error {
	a.mu.Lock()
	batch := a.pending
	a.pending = nil
	a.mu.Unlock()
	for _, r := range batch {
		a.out.Put(r)
	}
	return nil
}

func (a *Agent) obey(ctx context.Context) {
	for {
		select {
		case <-a.commands:
			a.flush(ctx)
		case <-ctx.Done():
			return
		}
	}
}

func (a *Agent) Command(c string) {
	select {
	case a.commands <- c:
	default:
	}
}
