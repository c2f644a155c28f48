package main

import (
	"encoding/json"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"sync/atomic"
	"time"

	_ "net/http/pprof"
)

type quote struct {
	Pair string
	Bid  float64
}

type feed struct {
	pair string
	last atomic.Value
	hits uint64
}

// poller asks the bank for one pair again and again.
type poller struct {
	*feed
	every time.Duration
}

func (p poller) run() {
	t := time.NewTicker(p.every)
	for range t.C {
		p.feed.last.Store(quote{p.pair, 1.08 + rand.Float64()/100})
		atomic.AddUint64(&p.hits, 1)
	}
}

func newFeed(pair string) *feed {
	f := &feed{pair: pair}
	f.last.Store(quote{pair, 1.08})
	p := poller{f, 2 * time.Second}
	go p.run()
	return f
}

func rates(w http.ResponseWriter, r *http.Request) {
	f := newFeed(r.URL.Query().Get("pair"))
	json.NewEncoder(w).Encode(f.last.Load())
}

func main() {
	http.HandleFunc("/rates", rates)
	go http.ListenAndServe(os.Getenv("LISTEN"), nil)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	<-stop
}
