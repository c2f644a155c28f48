// Command signals sets routes when the links of a station change.
package main

import (
	"net/http"
	"sync"
	"time"

	"rail.example/signals/internal/ops"
)

type event struct{ kind, id string }
type Bus struct {
	in   chan event
	mu   sync.RWMutex
	subs map[string][]func(event)
}

func (b *Bus) Publish(e event) { b.in <- e }
func (b *Bus) Subscribe(kind string, f func(event)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[kind] = append(b.subs[kind], f)
}
func (b *Bus) dispatch() {
	for e := range b.in {
		b.mu.RLock()
		fs := b.subs[e.kind]
		b.mu.RUnlock()
		for _, f := range fs {
			f(e)
		}
	}
}

type Router struct{ bus *Bus }

func (r *Router) onLink(e event) {
	for i := 0; i < 3; i++ {
		r.bus.Publish(event{"route", e.id})
	}
}

func main() {
	b := &Bus{in: make(chan event, 8), subs: map[string][]func(event){}}
	r := &Router{b}
	b.Subscribe("link", r.onLink)
	b.Subscribe("route", func(event) { time.Sleep(5 * time.Millisecond) })
	go b.dispatch()
	mux := http.NewServeMux()
	mux.HandleFunc("/link", func(w http.ResponseWriter, q *http.Request) { b.Publish(event{"link", q.URL.RawQuery}) })
	ops.Start(mux)
	ops.Wait()
}
