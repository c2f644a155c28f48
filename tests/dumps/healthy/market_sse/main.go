package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"time"
)

type tick struct {
	sym   string
	price float64
}

type broadcaster struct {
	join, leave chan chan tick
	in          chan tick
}

func (b *broadcaster) serve(ctx context.Context) error {
	clients := map[chan tick]struct{}{}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case c := <-b.join:
			clients[c] = struct{}{}
		case c := <-b.leave:
			delete(clients, c)
		case t := <-b.in:
			for c := range clients {
				select {
				case c <- t:
				default:
				}
			}
		}
	}
}

func (b *broadcaster) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	rc := http.NewResponseController(w)
	ch := make(chan tick, 8)
	b.join <- ch
	defer func() { b.leave <- ch }()
	w.Header().Set("Content-Type", "text/event-stream")
	rc.Flush()
	keepalive := time.NewTicker(15 * time.Second)
	defer keepalive.Stop()
	for {
		select {
		case t := <-ch:
			fmt.Fprintf(w, "data: %s %.2f\n\n", t.sym, t.price)
		case <-keepalive.C:
			fmt.Fprint(w, ": ping\n\n")
		case <-r.Context().Done():
			return
		}
		if rc.Flush() != nil {
			return
		}
	}
}

func simulate(ctx context.Context, out chan<- tick) {
	for ctx.Err() == nil {
		time.Sleep(2 * time.Second)
		select {
		case out <- tick{"NVDA", 100 + rand.Float64()}:
		case <-ctx.Done():
		}
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	b := &broadcaster{make(chan chan tick), make(chan chan tick), make(chan tick)}
	go func() { _ = b.serve(ctx) }()
	go simulate(ctx, b.in)
	http.Handle("/stream", b)
	srv := &http.Server{Addr: os.Getenv("LISTEN"), ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		_ = srv.Shutdown(context.Background())
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}
