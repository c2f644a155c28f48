package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"sync"
	"time"

	"paperless.invoices/renderer/app"
	"paperless.invoices/renderer/internal/ops"
)

type archive struct {
	jobs chan string
	done sync.WaitGroup
}

func newArchive(workers int) *archive {
	a := &archive{jobs: make(chan string, 64)}
	for i := 0; i < workers; i++ {
		a.done.Add(1)
		go func() {
			defer a.done.Done()
			for range a.jobs {
				time.Sleep(150 * time.Millisecond)
			}
		}()
	}
	return a
}

func (a *archive) stop(context.Context) error {
	close(a.jobs)
	a.done.Wait()
	return nil
}

func main() {
	var life app.Lifecycle
	a := newArchive(3)
	life.OnStop("archive", a.stop)

	public := http.NewServeMux()
	public.HandleFunc("/render", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-time.After(4 * time.Second): // the layout engine
			a.jobs <- r.URL.RawQuery
		case <-r.Context().Done():
		}
	})
	app.Serve(&life, os.Getenv("LISTEN_PUBLIC"), public)

	mux := http.NewServeMux()
	mux.HandleFunc("/prestop", func(w http.ResponseWriter, r *http.Request) {
		go func() {
			if err := life.Stop(25 * time.Second); err != nil {
				log.Print(err)
			}
			os.Exit(0)
		}()
	})
	ops.Start(mux)
	ops.Wait()
}
