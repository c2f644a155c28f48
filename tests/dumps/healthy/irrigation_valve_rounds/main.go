package main

import (
	"context"
	"fmt"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"irrigation.example/valves/internal/ops"
	"irrigation.example/valves/valve"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	var c valve.Controller
	var plans []valve.Plan
	for i := 0; i < 26; i++ {
		plans = append(plans, valve.Plan{Valve: fmt.Sprintf("V%d", i), Every: time.Duration(300+40*i) * time.Millisecond})
	}
	c.Start(ctx, plans)
	mux := http.NewServeMux()
	mux.HandleFunc("/runs", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, c.Runs(r.URL.Query().Get("valve")))
	})
	ops.Start(mux)
	c.Wait()
}
