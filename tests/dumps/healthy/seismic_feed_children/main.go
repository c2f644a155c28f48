package main

import (
	"context"
	"fmt"
	"net/http"

	"quakes.example/feeds/internal/ops"
	"quakes.example/feeds/station"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var all station.Set
	for i := 0; i < ops.Count(4); i++ {
		all.Watch(ctx, fmt.Sprintf("ST%02d", i), "sh", "-c", "while sleep 30; do echo tremor || exit; done")
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/last", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, all.Last()) })
	ops.Start(mux)
	ops.Wait()
	cancel()
	all.Join()
}
