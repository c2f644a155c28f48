package main

import (
	"context"
	"net/http"

	"media.example/supervisor/child"
	"media.example/supervisor/internal/ops"
)

func main() {
	group := child.NewGroup()
	ctx, cancel := context.WithCancel(context.Background())
	for _, ch := range []string{"news", "sport", "music"} {
		group.Keep(ctx, ch, "sh", "-c", "while sleep 5; do echo frame "+ch+"; done")
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/channels", group.ServeHTTP)
	ops.Start(mux)
	ops.Wait()
	cancel()
	group.Wait()
}
