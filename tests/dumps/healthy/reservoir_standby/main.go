package main

import (
	"context"
	"fmt"
	"net/http"
	"sync"

	"waterworks.example/dispatch/control"
	"waterworks.example/dispatch/election"
	"waterworks.example/dispatch/internal/ops"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	seat := election.Campaign(ctx, election.HTTPLease{URL: ops.Upstream(false) + "/lease"})
	var wg sync.WaitGroup
	for _, c := range []control.Controller{
		control.New("inflow", 10), control.New("outflow", 10), control.New("turbines", 5), control.New("spillway", 2),
		control.New("chlorine", 30), control.New("alarms", 1), control.New("billing", 60), control.New("forecast", 90),
	} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			control.RunWhenElected(ctx, seat, c)
		}()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/leader", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, seat.Mine()) })
	ops.Start(mux)
	ops.Wait()
	cancel()
	wg.Wait()
}
