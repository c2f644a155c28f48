// Command queue lets documents wait for a press.
package main

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"print.example/queue/internal/ops"
)

type ticket struct {
	id     string
	result chan int
}

// Press prints on several presses.
type Press struct {
	jobs chan ticket
	mu   sync.Mutex
	done map[string]int
}

func NewPress(n int) *Press {
	p := &Press{jobs: make(chan ticket, 64), done: map[string]int{}}
	for i := 0; i < n; i++ {
		go p.run()
	}
	return p
}

func (p *Press) run() {
	for t := range p.jobs {
		t.result <- p.print(t)
	}
}

func (p *Press) print(t ticket) int {
	time.Sleep(4 * time.Second)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done[t.id]++
	return p.done[t.id]
}

// Lease keeps the paper reserved for as long as the job waits.
type Lease struct {
	tray    string
	renewed time.Time
	stop    chan struct{}
}

func (p *Press) reserve(tray string) *Lease {
	l := &Lease{tray: tray, stop: make(chan struct{})}
	go l.renew(2 * time.Second)
	return l
}

func (l *Lease) renew(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case l.renewed = <-t.C:
		case <-l.stop:
			return
		}
	}
}

func (l *Lease) release() { close(l.stop) }

func (p *Press) handle(w http.ResponseWriter, r *http.Request) {
	l := p.reserve("A4")
	defer l.release()
	t := ticket{r.URL.RawQuery, make(chan int, 1)}
	p.jobs <- t
	fmt.Fprintln(w, <-t.result)
}

// handleCtx also tells whether somebody still wants the paper.
func (p *Press) handleCtx(w http.ResponseWriter, r *http.Request) {
	cancelled := p.watch(r.Context())
	t := ticket{r.URL.RawQuery, make(chan int, 1)}
	p.jobs <- t
	n := <-t.result
	fmt.Fprintln(w, n, cancelled())
}

func (p *Press) watch(ctx context.Context) func() bool {
	var mu sync.Mutex
	var gone bool
	go func() {
		<-ctx.Done()
		mu.Lock()
		gone = true
		mu.Unlock()
	}()
	return func() bool { mu.Lock(); defer mu.Unlock(); return gone }
}

func main() {
	p := NewPress(3)
	mux := http.NewServeMux()
	mux.HandleFunc("/print", p.handle)
	mux.HandleFunc("/watch", p.handleCtx)
	ops.Start(mux)
	ops.Wait()
}
