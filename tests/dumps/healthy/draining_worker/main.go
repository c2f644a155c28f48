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
)

type job struct{ id, seconds int }

type pool struct {
	ctx    context.Context
	queue  chan job
	active sync.WaitGroup
}

func (p *pool) start(n int) {
	for i := 0; i < n; i++ {
		p.active.Add(1)
		go p.loop()
	}
}

func (p *pool) loop() {
	defer p.active.Done()
	for j := range p.queue {
		p.encode(j)
	}
}

func (p *pool) encode(j job) {
	for i := 0; i < j.seconds*10; i++ {
		time.Sleep(100 * time.Millisecond) // one segment
	}
	log.Print("encoded ", j.id)
}

func (p *pool) drain(limit time.Duration) bool {
	close(p.queue)
	done := make(chan struct{})
	go func() {
		p.active.Wait()
		close(done)
	}()
	select {
	case <-done:
		return true
	case <-time.After(limit):
		return false
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGUSR1)
	defer stop()
	p := &pool{ctx: ctx, queue: make(chan job, 64)}
	p.start(6)
	http.HandleFunc("/encode", func(w http.ResponseWriter, r *http.Request) {
		p.queue <- job{seconds: 30}
		w.WriteHeader(http.StatusAccepted)
	})
	http.HandleFunc("/preStop", func(http.ResponseWriter, *http.Request) { syscall.Kill(os.Getpid(), syscall.SIGUSR1) })
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	log.Print("draining")
	if !p.drain(2 * time.Minute) {
		log.Print("gave up")
	}
	srv.Shutdown(context.Background())
}
