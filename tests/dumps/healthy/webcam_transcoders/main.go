package main

import (
	"context"
	"net/http"

	"bergblick/cams/internal/ops"
	"bergblick/cams/pipe"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for _, name := range []string{"gipfel", "talstation", "parkplatz"} {
		go (&pipe.Camera{Name: name}).Run(ctx)
	}
	go pipe.Supervise(ctx, "sleep", "600")
	ops.Start(http.NewServeMux())
	ops.Wait()
}
