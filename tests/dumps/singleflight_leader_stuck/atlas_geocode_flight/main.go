package main

import (
	"fmt"
	"net/http"
	"sync"

	"golang.org/x/sync/singleflight"
	"kartograf.cz/geocode/internal/ops"
)

type point struct{ lat, lon float64 }

type lookup struct {
	place string
	reply chan point
}

type gazetteer struct {
	known   map[string]point
	queries chan lookup
}

func (g *gazetteer) loop() {
	for q := range g.queries {
		if p, ok := g.known[q.place]; ok {
			q.reply <- p
		}
	}
}

type geocoder struct {
	mu     sync.RWMutex
	cache  map[string]point
	flight singleflight.Group
	src    *gazetteer
}

func (g *geocoder) cached(place string) (point, bool) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	p, ok := g.cache[place]
	return p, ok
}

func (g *geocoder) find(place string) (point, error) {
	if p, ok := g.cached(place); ok {
		return p, nil
	}
	v, err, _ := g.flight.Do(place, func() (interface{}, error) { return g.fetch(place), nil })
	if err != nil {
		return point{}, err
	}
	return v.(point), nil
}

func (g *geocoder) fetch(place string) point {
	q := lookup{place: place, reply: make(chan point)}
	g.src.queries <- q
	p := <-q.reply
	g.mu.Lock()
	g.cache[place] = p
	g.mu.Unlock()
	return p
}

func (g *geocoder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p, err := g.find(r.URL.Query().Get("place"))
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	fmt.Fprintf(w, "%.3f %.3f", p.lat, p.lon)
}

func main() {
	src := &gazetteer{known: map[string]point{"brno": {49.19, 16.6}}, queries: make(chan lookup)}
	for i := 0; i < 2; i++ {
		go src.loop()
	}
	mux := http.NewServeMux()
	mux.Handle("/find", &geocoder{cache: map[string]point{}, src: src})
	ops.Start(mux)
	ops.Wait()
}
