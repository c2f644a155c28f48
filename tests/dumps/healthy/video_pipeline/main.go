package main

import (
	"context"
	"net/http"
	"time"

	"transcoder/internal/ops"
	"transcoder/pipe"
)

type frame struct{ n int }

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	src := pipe.Source(ctx, func(i int) (frame, bool) { return frame{i}, i < 1_000_000 })
	decoded := pipe.Parallel(ctx, 8, src, func(f frame) frame { time.Sleep(200 * time.Microsecond); return f })
	scaled := pipe.Parallel(ctx, 16, decoded, func(f frame) frame { time.Sleep(time.Millisecond); return f })
	go pipe.Drain(ctx, scaled, func(frame) { time.Sleep(3 * time.Millisecond) })
	mux := http.NewServeMux()
	mux.HandleFunc("/progress", func(w http.ResponseWriter, r *http.Request) {})
	ops.Start(mux)
	ops.Wait()
}
