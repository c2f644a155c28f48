// Command feed runs until it is told to stop.
package main

import (
	"net/http"
	"strconv"

	"example.org/hatchery/feed/feed"
	"example.org/hatchery/feed/internal/ops"
)

type plant struct {
	consumers *feed.Consumers
	ended     chan struct{}
}

// run feeds until the queue is closed.
func (p *plant) run(n int) {
	defer close(p.ended)
	p.consumers.Start(n)
	p.consumers.Wait()
}

func main() {
	p := &plant{consumers: feed.New(16), ended: make(chan struct{})}
	go p.run(ops.Count(6))
	mux := http.NewServeMux()
	mux.HandleFunc("/give", func(w http.ResponseWriter, r *http.Request) {
		grams, _ := strconv.Atoi(r.URL.Query().Get("grams"))
		p.consumers.Give(feed.Portion{Pond: r.URL.Query().Get("pond"), Grams: grams})
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
	p.consumers.Finish()
	<-p.ended
}
