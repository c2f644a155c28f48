package main

import (
	"context"
	"net/http"

	"eventfabric.net/projector/internal/ops"
	"eventfabric.net/projector/stream"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	topic := stream.NewTopic(ops.Count(24))
	topic.Project(ctx)
	mux := http.NewServeMux()
	mux.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) { topic.Append(r.FormValue("key")) })
	ops.Start(mux)
	ops.Wait()
	cancel()
}
