// Command backoffice of a car rental: by day it answers, by night it reckons.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"rental.example/backoffice/jobs"
	"rental.example/backoffice/mail"
)

type contracts struct {
	mu   sync.RWMutex
	open map[string]time.Time
}

func (c *contracts) expire(every, after time.Duration) {
	for {
		time.Sleep(every)
		c.mu.Lock()
		for id, since := range c.open {
			if time.Since(since) > after {
				delete(c.open, id)
			}
		}
		c.mu.Unlock()
	}
}

type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
	stop context.CancelFunc
}

func (g *group) run(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err; g.stop() })
		}
	}()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	g := &group{stop: stop}
	book := &contracts{open: map[string]time.Time{}}
	letters := mail.NewSender()
	queue := jobs.NewQueue()
	queue.Run(3)
	go book.expire(5*time.Minute, 24*time.Hour)
	go jobs.Nightly("invoices", 2, func(context.Context) error { return nil })
	go jobs.Nightly("tolls", 3, func(context.Context) error { return nil })
	go jobs.Nightly("fines", 4, func(context.Context) error { return nil })
	lease := &jobs.Lease{Name: "leader"}
	go lease.Hold(40 * time.Second)

	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	go func() {
		for range hup {
			queue.Push(func() { fmt.Println("reload") })
		}
	}()

	public, internal := http.NewServeMux(), http.NewServeMux()
	public.HandleFunc("/contract", func(w http.ResponseWriter, r *http.Request) {
		book.mu.Lock()
		book.open[r.URL.Query().Get("id")] = time.Now()
		book.mu.Unlock()
		queue.Push(func() { letters.Send(mail.Letter{To: "customer", Text: "thank you"}) })
	})
	internal.HandleFunc("/debug/pprof/", pprof.Index)
	for addr, mux := range map[string]*http.ServeMux{os.Getenv("LISTEN"): internal, os.Getenv("LISTEN_PUBLIC"): public} {
		ln, err := net.Listen("tcp", addr)
		if err != nil {
			panic(err)
		}
		server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute}
		g.run(func() error { return server.Serve(ln) })
		g.run(func() error {
			<-ctx.Done()
			return server.Close()
		})
	}
	g.wg.Wait()
	letters.Close()
}
