package main

import (
	"net/http"
	"strconv"
	"time"

	"lumiere.it/stills/internal/ops"
	"lumiere.it/stills/publish"
)

type archive struct {
	producer *publish.Producer
	visits   chan string
}

func (a *archive) release(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	kb, _ := strconv.Atoi(q.Get("kb"))
	stills := make([][]byte, 5)
	for i := range stills {
		stills[i] = make([]byte, 1000)
	}
	stills[3] = make([]byte, kb*1000)
	a.visits <- q.Get("film")
	if err := publish.Release(a.producer, q.Get("film"), stills); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func (a *archive) count() {
	seen := map[string]int{}
	for f := range a.visits {
		seen[f]++
	}
}

func main() {
	a := &archive{producer: publish.NewProducer(64_000, 30*time.Millisecond), visits: make(chan string, 8)}
	go a.count()
	mux := http.NewServeMux()
	mux.HandleFunc("/release", a.release)
	ops.Start(mux)
	ops.Wait()
}
