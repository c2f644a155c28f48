// Command stockbusy counts stock under one lock, with many customers at the same time.
package main

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/northshop/stockbusy/internal/ops"
)

type stock struct {
	mu    sync.Mutex
	rw    sync.RWMutex
	left  map[string]int
	price map[string]int
}

func (s *stock) take(sku string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	time.Sleep(2 * time.Millisecond) // the write to the journal
	s.left[sku]++
	return s.left[sku]
}

func (s *stock) show(sku string) int {
	s.rw.RLock()
	defer s.rw.RUnlock()
	time.Sleep(time.Millisecond)
	return s.price[sku]
}

func (s *stock) setPrice(sku string, cents int) {
	s.rw.Lock()
	defer s.rw.Unlock()
	time.Sleep(2 * time.Millisecond)
	s.price[sku] = cents
}

func main() {
	s := &stock{left: map[string]int{}, price: map[string]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/take", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, s.take(r.URL.RawQuery)) })
	mux.HandleFunc("/show", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, s.show(r.URL.RawQuery)) })
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) { s.setPrice(r.URL.RawQuery, 100) })
	ops.Start(mux)
	ops.Wait()
}
