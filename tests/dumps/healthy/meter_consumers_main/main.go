package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"meters/bus"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	b := bus.New()
	http.HandleFunc("/reading", func(w http.ResponseWriter, r *http.Request) { b.Publish(r.FormValue("meter")) })
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	var wg sync.WaitGroup
	for _, topic := range []string{"gas", "water", "heat", "power"} {
		wg.Go(func() { consume(ctx, b.Subscribe(topic)) })
	}
	wg.Go(func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Print(err)
			stop()
		}
	})
	wg.Go(func() {
		<-ctx.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	})
	wg.Wait()
}

func consume(ctx context.Context, sub *bus.Subscription) {
	for m := range sub.Messages(ctx) {
		log.Print("reading ", m)
	}
}
