package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"menucard/api/warm"
)

type readiness struct{ ready chan struct{} }

func (s readiness) gate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-s.ready:
			next.ServeHTTP(w, r)
		case <-time.After(20 * time.Second):
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
}

func main() {
	s := readiness{make(chan struct{})}
	cache := warm.New(warm.HTTP(os.Getenv("UPSTREAM") + "/slow?ms=400"))
	go func() {
		var keys []string
		for i := 0; i < 900; i++ {
			keys = append(keys, fmt.Sprint("menu-", i))
		}
		if err := cache.Fill(context.Background(), keys, 24); err != nil {
			log.Fatal(err)
		}
		close(s.ready)
	}()
	http.Handle("/menu", s.gate(cache))
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
