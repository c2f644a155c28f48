package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"ziegel.it/kilns/internal/ops"
)

type batch struct {
	clay   string
	bricks int
	done   chan int
}

type kiln struct {
	no    int
	fired int
}

func (k *kiln) fire(b batch) {
	time.Sleep(2 * time.Millisecond)
	k.fired += b.bricks
	b.done <- b.bricks
}

type works struct {
	batches chan batch
	wg      sync.WaitGroup
}

func (w *works) start(kilns int) {
	for i := 0; i < kilns; i++ {
		k := &kiln{no: i}
		w.wg.Add(1)
		go func() {
			defer w.wg.Done()
			for b := range w.batches {
				k.fire(b)
			}
		}()
	}
}

func (w *works) submit(ctx context.Context, b batch) (int, error) {
	b.done = make(chan int, 1)
	select {
	case w.batches <- b:
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	select {
	case n := <-b.done:
		return n, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func main() {
	w := &works{batches: make(chan batch)}
	w.start(ops.Count(8))
	mux := http.NewServeMux()
	mux.HandleFunc("/fire", func(rw http.ResponseWriter, r *http.Request) {
		if _, err := w.submit(r.Context(), batch{clay: "red", bricks: 400}); err != nil {
			http.Error(rw, err.Error(), http.StatusServiceUnavailable)
		}
	})
	ops.Start(mux)
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM)
	<-sig
	close(w.batches)
	w.wg.Wait()
	log.Print("kilns are cold")
}
