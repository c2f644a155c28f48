package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"orbital/ground/engine"
	"orbital/ground/internal/ops"
)

type tracker struct {
	name  string
	steps atomic.Int64
	fault *atomic.Bool
}

func (t *tracker) Name() string { return t.name }

func (t *tracker) Step(ctx context.Context) error {
	t.steps.Add(1)
	if t.fault != nil && t.fault.Load() {
		return fmt.Errorf("%s: %w", t.name, engine.ErrFatal)
	}
	return engine.Pause(ctx, 25*time.Millisecond)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	var fault atomic.Bool
	done := make(chan struct{})
	e := engine.New(ctx, func() { close(done) })
	e.Go(&tracker{name: "azimuth", fault: &fault})
	for i := 0; i < ops.Count(3); i++ {
		e.Go(&tracker{name: fmt.Sprint("decoder-", i)})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/fault", func(w http.ResponseWriter, r *http.Request) { fault.Store(true) })
	mux.HandleFunc("/stop", func(w http.ResponseWriter, r *http.Request) { e.Stop() })
	ops.Start(mux)
	select {
	case <-done:
		log.Print("pass ended")
	case <-ctx.Done():
		e.Stop()
	}
	<-done
}
