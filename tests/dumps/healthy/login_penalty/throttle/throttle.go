package throttle

import (
	"net/http"
	"sync"
	"time"
)

type Throttle struct {
	mu     sync.Mutex
	misses map[string]int
	notify *http.Client
}

func New() *Throttle { return &Throttle{misses: map[string]int{}, notify: &http.Client{Timeout: time.Second}} }

// Penalise counts a miss and takes it back after a time that grows with the misses.
func (t *Throttle) Penalise(user string) {
	t.mu.Lock()
	t.misses[user]++
	wait := time.Duration(t.misses[user]) * 30 * time.Second
	t.mu.Unlock()
	go func() {
		time.Sleep(wait)
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.misses[user]--; t.misses[user] <= 0 {
			delete(t.misses, user)
		}
	}()
}

func (t *Throttle) Forget(user string) {
	t.mu.Lock()
	delete(t.misses, user)
	t.mu.Unlock()
}
