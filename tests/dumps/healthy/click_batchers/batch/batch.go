package batch

import (
	"context"
	"sync"
	"time"
)

type Options struct {
	Max    int
	Linger time.Duration
}

type batcher[T any] struct {
	in    chan T
	flush func([]T) error
	opt   Options
}

func (b *batcher[T]) loop(wg *sync.WaitGroup) {
	defer wg.Done()
	var buf []T
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case v, ok := <-b.in:
			if !ok {
				b.flush(buf)
				return
			}
			if buf = append(buf, v); len(buf) == 1 {
				timer.Reset(b.opt.Linger)
			}
			if len(buf) >= b.opt.Max {
				b.flush(buf)
				buf = nil
			}
		case <-timer.C:
			b.flush(buf)
			buf = nil
		}
	}
}

// Router keeps a batcher for each key.
type Router[T any] struct {
	ctx   context.Context
	opt   Options
	key   func(T) string
	flush func(string, []T) error
	mu    sync.Mutex
	by    map[string]*batcher[T]
	wg    sync.WaitGroup
}

func NewRouter[T any](ctx context.Context, o Options, key func(T) string, flush func(string, []T) error) *Router[T] {
	return &Router[T]{ctx: ctx, opt: o, key: key, flush: flush, by: map[string]*batcher[T]{}}
}

func (r *Router[T]) Add(v T) {
	k := r.key(v)
	r.mu.Lock()
	b, ok := r.by[k]
	if !ok {
		b = &batcher[T]{in: make(chan T, 10), opt: r.opt, flush: func(vs []T) error { return r.flush(k, vs) }}
		r.by[k] = b
		r.wg.Add(1)
		go b.loop(&r.wg)
	}
	r.mu.Unlock()
	b.in <- v
}

func (r *Router[T]) Close() {
	r.mu.Lock()
	for _, b := range r.by {
		close(b.in)
	}
	r.mu.Unlock()
	r.wg.Wait()
}
