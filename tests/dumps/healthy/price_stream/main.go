// Command pricestream sends prices to open browsers and keeps 16 shards of state.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/pricestream/internal/ops"
)

type shard struct {
	updates chan int
	flush   *time.Ticker
	done    chan struct{}
}

func (s *shard) loop() {
	pending := 0
	for {
		select {
		case n := <-s.updates:
			pending += n
		case <-s.flush.C:
			pending = 0
		case <-s.done:
			return
		}
	}
}

type stream struct{ shards []*shard }

func newStream(shards int) *stream {
	s := &stream{}
	for i := 0; i < shards; i++ {
		sh := &shard{make(chan int, 8), time.NewTicker(time.Minute), make(chan struct{})}
		s.shards = append(s.shards, sh)
		go sh.loop()
	}
	return s
}

// prices is an event stream: it stays open as long as the browser does.
func (s *stream) prices(w http.ResponseWriter, r *http.Request) {
	flusher := w.(http.Flusher)
	w.Header().Set("Content-Type", "text/event-stream")
	keepAlive := time.NewTicker(30 * time.Second)
	defer keepAlive.Stop()
	for i := 0; ; i++ {
		s.shards[i%len(s.shards)].updates <- 1
		fmt.Fprintf(w, "data: %d\n\n", i)
		flusher.Flush()
		select {
		case <-keepAlive.C:
		case <-r.Context().Done():
			return
		}
	}
}

func main() {
	s := newStream(16)
	mux := http.NewServeMux()
	mux.HandleFunc("/prices", s.prices)
	ops.Start(mux)
	ops.Wait()
}
