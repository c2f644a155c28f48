package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"time"

	_ "net/http/pprof"

	"hooks.io/dispatch/retry"
)

type dispatcher struct {
	base    context.Context
	policy  retry.Policy
	flights sync.WaitGroup
}

var errReceiver = errors.New("receiver said 503")

func (d *dispatcher) deliver(id string) {
	d.flights.Add(1)
	go func() {
		defer d.flights.Done()
		ctx, cancel := context.WithTimeout(d.base, 90*time.Second)
		defer cancel()
		if err := d.policy.Do(ctx, func(context.Context) error { return errReceiver }); err != nil {
			log.Printf("event %s goes to the dead letters: %v", id, err)
		}
	}()
}

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt)
	defer cancel()
	d := &dispatcher{base: ctx, policy: retry.Policy{Base: 500 * time.Millisecond, Cap: 20 * time.Second, Attempts: 8}}
	http.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) {
		d.deliver(r.FormValue("id"))
		w.WriteHeader(http.StatusAccepted)
	})
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	go srv.ListenAndServe()
	<-ctx.Done()
	srv.Shutdown(context.Background())
	d.flights.Wait()
}
