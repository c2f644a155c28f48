package inbox

import (
	"net/http"
	"sync"
	"time"
)

// Inbox tells couriers of their next parcel; they ask and wait up to 55 seconds.
type Inbox struct {
	mu      sync.Mutex
	waiting map[string]chan string
}

func New() *Inbox { return &Inbox{waiting: map[string]chan string{}} }

func (ib *Inbox) await(courier string, done <-chan struct{}) (string, bool) {
	ch := make(chan string, 1)
	ib.mu.Lock()
	ib.waiting[courier] = ch
	ib.mu.Unlock()
	timer := time.NewTimer(55 * time.Second)
	defer timer.Stop()
	select {
	case p := <-ch:
		return p, true
	case <-timer.C:
	case <-done:
	}
	ib.mu.Lock()
	delete(ib.waiting, courier)
	ib.mu.Unlock()
	return "", false
}

func (ib *Inbox) Next(w http.ResponseWriter, r *http.Request) {
	p, ok := ib.await(r.URL.Query().Get("courier"), r.Context().Done())
	if !ok {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Write([]byte(p))
}

func (ib *Inbox) Assign(w http.ResponseWriter, r *http.Request) {
	ib.mu.Lock()
	defer ib.mu.Unlock()
	c := r.URL.Query().Get("courier")
	if ch := ib.waiting[c]; ch != nil {
		ch <- "parcel"
		delete(ib.waiting, c)
	}
}
