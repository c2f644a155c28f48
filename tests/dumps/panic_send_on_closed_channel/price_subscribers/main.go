// Command prices streams prices to whoever listens.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/price-subscribers/internal/ops"
)

type publisher struct {
	mu   sync.Mutex
	subs map[int]chan int
	next int
}

func (p *publisher) subscribe() (int, chan int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.next++
	p.subs[p.next] = make(chan int)
	return p.next, p.subs[p.next]
}

func (p *publisher) unsubscribe(id int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.subs[id])
	delete(p.subs, id)
}

func (p *publisher) publish(cents int) {
	p.mu.Lock()
	subs := make([]chan int, 0, len(p.subs))
	for _, ch := range p.subs {
		subs = append(subs, ch)
	}
	p.mu.Unlock()
	for _, ch := range subs {
		time.Sleep(time.Millisecond)
		ch <- cents // BUG: a subscriber of this copy may have left and closed its channel
	}
}

func (p *publisher) run() {
	for cents := 100; ; cents++ {
		p.publish(cents)
		time.Sleep(5 * time.Millisecond)
	}
}

func main() {
	p := &publisher{subs: map[int]chan int{}}
	go p.run()
	mux := http.NewServeMux()
	mux.HandleFunc("/prices", func(w http.ResponseWriter, r *http.Request) {
		id, prices := p.subscribe()
		defer p.unsubscribe(id)
		for {
			select {
			case cents := <-prices:
				fmt.Fprintln(w, cents)
				w.(http.Flusher).Flush()
			case <-r.Context().Done():
				return
			}
		}
	})
	ops.Start(mux)
	ops.Wait()
}
