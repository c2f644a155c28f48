// Command runup starts the turbines of a plant.
package main

import (
	"log"
	"net/http"

	"stromwerk.ch/runup/internal/ops"
	"stromwerk.ch/runup/turbine"
)

func start(t *turbine.Turbine, broken bool) {
	if broken {
		t.OpenGate(true)
	} else {
		go t.OpenGate(false)
	}
	took, err := turbine.Runup(t)
	log.Printf("turbine %s: %s, %v", t.Name, took, err)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/run", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		go start(turbine.New(q.Get("turbine")), q.Get("trip") != "")
	})
	ops.Start(mux)
	ops.Wait()
}
