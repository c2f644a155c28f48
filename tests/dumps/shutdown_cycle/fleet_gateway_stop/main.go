package main

import (
	"context"
	"net/http"
	"os"

	"fleet/gateway/feed"
	"fleet/gateway/internal/ops"
	"fleet/gateway/runtime"
)

func main() {
	breaks := make(chan struct{}, 1)
	group := runtime.NewGroup(context.Background())
	group.OnStop = func() { os.Exit(0) }
	for i := 0; i < ops.Count(12); i++ {
		group.Add(feed.Positions{Vehicle: i, Breaks: breaks})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/link-lost", func(w http.ResponseWriter, r *http.Request) { breaks <- struct{}{} })
	mux.HandleFunc("/stop", func(w http.ResponseWriter, r *http.Request) { group.Stop() })
	ops.Start(mux)
	ops.Wait()
	group.Stop()
}
