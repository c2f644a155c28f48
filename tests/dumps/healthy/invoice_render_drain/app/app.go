package app

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"
)

type hook struct {
	name string
	stop func(context.Context) error
}

// Lifecycle stops what was started, last first.
type Lifecycle struct {
	mu    sync.Mutex
	hooks []hook
}

func (l *Lifecycle) OnStop(name string, stop func(context.Context) error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.hooks = append(l.hooks, hook{name, stop})
}

func (l *Lifecycle) Stop(grace time.Duration) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	var failed []error
	for i := len(l.hooks) - 1; i >= 0; i-- {
		log.Printf("stopping %s", l.hooks[i].name)
		if err := l.hooks[i].stop(ctx); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

func Serve(l *Lifecycle, addr string, h http.Handler) {
	srv := &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	l.OnStop("http "+addr, srv.Shutdown)
}
