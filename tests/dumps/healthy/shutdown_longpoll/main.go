package main

import (
	"context"
	"log"
	"net/http"
	"net/http/pprof"
	"os"
	"sync"
	"time"
)

type feed struct {
	mu   sync.Mutex
	subs map[chan string]bool
}

func (f *feed) poll(w http.ResponseWriter, r *http.Request) {
	c := make(chan string, 1)
	f.mu.Lock()
	f.subs[c] = true
	f.mu.Unlock()
	defer func() {
		f.mu.Lock()
		delete(f.subs, c)
		f.mu.Unlock()
	}()
	select {
	case text := <-c:
		w.Write([]byte(text))
	case <-time.After(25 * time.Second):
		w.WriteHeader(http.StatusNoContent)
	case <-r.Context().Done():
	}
}

func main() {
	f := &feed{subs: map[chan string]bool{}}
	public, admin := http.NewServeMux(), http.NewServeMux()
	public.HandleFunc("/poll", f.poll)
	admin.HandleFunc("/debug/pprof/", pprof.Index)
	srv := &http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), Handler: public}
	stop := make(chan struct{})
	admin.HandleFunc("/quitquitquit", func(http.ResponseWriter, *http.Request) { close(stop) })
	go srv.ListenAndServe()
	go http.ListenAndServe(os.Getenv("LISTEN"), admin)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	time.Sleep(time.Minute)
}
