package main

import (
	"fmt"
	"log"
	"net/http"

	"wayfinder.maps/planner/boot"
	"wayfinder.maps/planner/graph"
	"wayfinder.maps/planner/internal/ops"
)

func main() {
	g, gate := graph.New(), boot.NewGate()
	mux := http.NewServeMux()
	mux.Handle("/route", gate.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, g.Edges())
	})))
	ops.Start(mux)

	var steps []func() error
	for _, region := range []string{"north", "south", "east", "west", "islands"} {
		steps = append(steps, g.Load(ops.Upstream(false), region, 9))
	}
	if err := boot.Parallel(steps...); err != nil {
		log.Fatal(err)
	}
	gate.Open()
	ops.Wait()
}
