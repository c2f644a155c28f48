package main

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"notify/internal/ops"
)

type sender interface{ Send(ctx context.Context, to string) error }

type flaky struct {
	mu    sync.Mutex
	tries map[string]int
}

func (f *flaky) Send(_ context.Context, to string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.tries[to]++; f.tries[to] > 4 {
		return nil
	}
	return errors.New("421 try again later")
}

type queue struct {
	sender
	pending sync.WaitGroup
}

func (q *queue) enqueue(to string) {
	q.pending.Add(1)
	go func() {
		defer q.pending.Done()
		q.attempt(to, 15*time.Second)
	}()
}

func (q *queue) attempt(to string, delay time.Duration) {
	for n := 0; n < 6; n++ {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		err := q.Send(ctx, to)
		cancel()
		if err == nil {
			return
		}
		time.Sleep(delay)
		delay *= 2
	}
}

func main() {
	q := &queue{sender: &flaky{tries: map[string]int{}}}
	mux := http.NewServeMux()
	mux.HandleFunc("/notify", func(w http.ResponseWriter, r *http.Request) {
		q.enqueue(r.URL.Query().Get("to"))
		w.WriteHeader(202)
	})
	ops.Start(mux)
	ops.Wait()
}
