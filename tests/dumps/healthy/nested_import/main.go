package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
)

func load(ctx context.Context, chunk int) error {
	select {
	case <-time.After(900 * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func file(ctx context.Context, chunks int) error {
	inner, ctx := errgroup.WithContext(ctx)
	inner.SetLimit(3)
	for i := range chunks {
		inner.Go(func() error { return load(ctx, i) })
	}
	return inner.Wait()
}

func importAll(ctx context.Context, files int) error {
	outer, ctx := errgroup.WithContext(ctx)
	outer.SetLimit(4)
	for range files {
		outer.Go(func() error { return file(ctx, 500) })
	}
	return outer.Wait()
}

func main() {
	go func() { log.Println(http.ListenAndServe(os.Getenv("LISTEN"), nil)) }()
	if err := importAll(context.Background(), 40); err != nil {
		log.Fatal(err)
	}
}
