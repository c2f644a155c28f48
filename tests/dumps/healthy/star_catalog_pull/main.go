package main

import (
	"fmt"
	"iter"
	"net/http"
	"time"

	"sterne.ch/catalog/internal/ops"
)

type star struct {
	name string
	mag  float64
}

type catalog struct {
	name  string
	stars []star
}

func (c *catalog) bright(limit float64) iter.Seq2[int, star] {
	return func(yield func(int, star) bool) {
		for i := 0; ; i++ {
			s := c.stars[i%len(c.stars)]
			if s.mag <= limit && !yield(i, s) {
				return
			}
		}
	}
}

func (c *catalog) stream(w http.ResponseWriter, r *http.Request) {
	next, stop := iter.Pull2(c.bright(3))
	defer stop()
	tick := time.NewTicker(60 * time.Millisecond)
	defer tick.Stop()
	for n := 0; n < 200; n++ {
		_, s, ok := next()
		if !ok {
			return
		}
		fmt.Fprintf(w, "%s %.1f\n", s.name, s.mag)
		w.(http.Flusher).Flush()
		select {
		case <-tick.C:
		case <-r.Context().Done():
			return
		}
	}
}

func main() {
	c := &catalog{name: "hipparcos", stars: []star{{"vega", 0}, {"sirius", -1.5}, {"faint", 5.2}}}
	mux := http.NewServeMux()
	mux.HandleFunc("/stars", c.stream)
	ops.Start(mux)
	ops.Wait()
}
