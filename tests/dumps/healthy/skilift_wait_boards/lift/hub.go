// Package lift counts who waits at the lifts of a ski area.
package lift

import "time"

// Queue is what stands at one lift.
type Queue struct {
	Lift    string
	People  int
	Minutes int
}

// Watch is one board's or phone's view.
type Watch struct {
	lift string
	C    chan Queue
}

// Hub owns all watches.
type Hub struct {
	join, leave chan *Watch
	counts      chan Queue
	quit        chan struct{}
}

// NewHub starts the hub.
func NewHub() *Hub {
	h := &Hub{join: make(chan *Watch), leave: make(chan *Watch), counts: make(chan Queue), quit: make(chan struct{})}
	go h.run()
	return h
}

func (h *Hub) run() {
	watches := map[string]map[*Watch]bool{}
	for {
		select {
		case w := <-h.join:
			if watches[w.lift] == nil {
				watches[w.lift] = map[*Watch]bool{}
			}
			watches[w.lift][w] = true
		case w := <-h.leave:
			delete(watches[w.lift], w)
		case q := <-h.counts:
			for w := range watches[q.Lift] {
				select {
				case w.C <- q:
				default: // a slow phone sees the next one
				}
			}
		case <-h.quit:
			return
		}
	}
}

// Join watches a lift.
func (h *Hub) Join(name string) (*Watch, bool) {
	w := &Watch{lift: name, C: make(chan Queue, 1)}
	select {
	case h.join <- w:
		return w, true
	case <-h.quit:
		return nil, false
	}
}

// Leave ends a watch.
func (h *Hub) Leave(w *Watch) {
	select {
	case h.leave <- w:
	case <-h.quit:
	}
}

// Gate counts at one lift until the hub ends.
func (h *Hub) Gate(name string, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
		case <-h.quit:
			return
		}
		select {
		case h.counts <- Queue{name, n % 80, n % 80 / 6}:
		case <-h.quit:
			return
		}
	}
}
