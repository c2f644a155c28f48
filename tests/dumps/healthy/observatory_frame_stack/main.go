// Command frames works through the night.
package main

import (
	"context"
	"fmt"
	"net/http"

	"example.org/observatory/frames/frame"
	"example.org/observatory/frames/internal/ops"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	p, done := &frame.Pipeline{}, make(chan struct{})
	go func() {
		defer close(done)
		p.Run(ctx, ops.Count(8))
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/stacked", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, p.Stacked()) })
	ops.Start(mux)
	ops.Wait()
	cancel()
	<-done
}
