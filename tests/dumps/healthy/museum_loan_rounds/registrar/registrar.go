// Package registrar asks partner museums for the state of loans.
package registrar

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"
)

type Registrar struct {
	base    string
	http    *http.Client
	queue   chan string
	pending sync.WaitGroup
}

func New(base string, workers int) *Registrar {
	r := &Registrar{base: base, http: &http.Client{Timeout: 15 * time.Second}, queue: make(chan string, 256)}
	for i := 0; i < workers; i++ {
		go r.work()
	}
	return r
}

func (r *Registrar) work() {
	for object := range r.queue {
		r.refresh(object)
		r.pending.Done()
	}
}

func (r *Registrar) refresh(object string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 12*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", r.base+"/slow?ms=2500&object="+object, nil)
	if err != nil {
		return err
	}
	resp, err := r.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func (r *Registrar) Enqueue(object string) bool {
	r.pending.Add(1)
	select {
	case r.queue <- object:
		return true
	default:
		r.pending.Done()
		return false
	}
}

// Settle waits until all that was asked is known.
func (r *Registrar) Settle() { r.pending.Wait() }
