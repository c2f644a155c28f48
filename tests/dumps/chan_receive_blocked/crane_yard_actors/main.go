package main

import (
	"fmt"
	"net/http"
	"time"

	"quay.systems/terminal/crane"
	"quay.systems/terminal/internal/ops"
	"quay.systems/terminal/yard"
)

type truckGate struct{ arrivals chan string }

func (g *truckGate) count() {
	every := time.NewTicker(15 * time.Second)
	defer every.Stop()
	n := 0
	for {
		select {
		case <-g.arrivals:
			n++
		case <-every.C:
			n = 0
		}
	}
}

func main() {
	y := yard.Open(4)
	g := crane.Start(y, 4)
	y.Serve(g)
	gate := &truckGate{arrivals: make(chan string, 8)}
	go gate.count()
	mux := http.NewServeMux()
	mux.HandleFunc("/place/", func(w http.ResponseWriter, r *http.Request) {
		gate.arrivals <- r.URL.Path
		fmt.Fprintln(w, y.Place(r.URL.Path[len("/place/"):]))
	})
	mux.HandleFunc("/lift/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, g.Lift(r.URL.Path[len("/lift/"):]))
	})
	ops.Start(mux)
	ops.Wait()
}
