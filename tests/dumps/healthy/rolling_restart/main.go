package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"sync"
	"time"
)

type component interface {
	Start() error
	Stop(context.Context) error
}

type httpComponent struct{ *http.Server }

func (h httpComponent) Start() error {
	go func() {
		if err := h.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return nil
}

func (h httpComponent) Stop(ctx context.Context) error { return h.Shutdown(ctx) }

type flusher struct {
	queue chan string
	wg    sync.WaitGroup
}

func (f *flusher) Start() error {
	for i := 0; i < 4; i++ {
		f.wg.Add(1)
		go func() {
			defer f.wg.Done()
			for range f.queue {
				time.Sleep(150 * time.Millisecond)
			}
		}()
	}
	return nil
}

func (f *flusher) Stop(ctx context.Context) error {
	close(f.queue)
	done := make(chan struct{})
	go func() { f.wg.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	up := os.Getenv("UPSTREAM")
	f := &flusher{queue: make(chan string, 1000)}
	mux := http.NewServeMux()
	mux.HandleFunc("/deploy", func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Get(up + "/slow?ms=6000")
		if err != nil {
			http.Error(w, err.Error(), 502)
			return
		}
		defer resp.Body.Close()
		f.queue <- r.URL.RawQuery
		io.Copy(w, resp.Body)
	})
	all := []component{f, httpComponent{&http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), Handler: mux}}}
	for _, c := range all {
		if err := c.Start(); err != nil {
			log.Fatal(err)
		}
	}
	term := make(chan struct{})
	debug := http.NewServeMux()
	debug.HandleFunc("/debug/pprof/", pprof.Index)
	debug.HandleFunc("/term", func(http.ResponseWriter, *http.Request) { close(term) })
	go http.ListenAndServe(os.Getenv("LISTEN"), debug)
	<-term
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for i := len(all) - 1; i >= 0; i-- {
		if err := all[i].Stop(ctx); err != nil {
			log.Print(err)
		}
	}
}
