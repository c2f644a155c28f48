package exhibit

import (
	"sync"
	"time"
)

type Room struct {
	mu    sync.RWMutex
	works []string
	loans map[string]string
}

func NewRoom(works ...string) *Room { return &Room{works: works, loans: map[string]string{}} }

// View calls fn while nothing is hung or taken down.
func (r *Room) View(fn func(*Room)) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	fn(r)
}

func (r *Room) Works() []string { return append([]string(nil), r.works...) }

func (r *Room) Loan(work string) string {
	time.Sleep(20 * time.Millisecond) // the collection's database
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.loans[work]
}

func (r *Room) Hang(work string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.works = append(r.works, work)
}
