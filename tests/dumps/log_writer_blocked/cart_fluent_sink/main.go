// Command carts keeps shopping carts and writes an audit record of each change.
package main

import (
	"log/slog"
	"net/http"
	"os"

	"korb.example/carts/cart"
	"korb.example/carts/fluent"
	"korb.example/carts/internal/ops"
)

func main() {
	sink, err := fluent.Dial(os.Getenv("UPSTREAM_SILENT"))
	if err != nil {
		panic(err)
	}
	logger := slog.New(slog.NewJSONHandler(sink, &slog.HandlerOptions{Level: slog.LevelInfo})).With("service", "carts")
	store := cart.NewStore(logger)
	go store.Expire()
	mux := http.NewServeMux()
	mux.Handle("/cart/", cart.Handler(store))
	ops.Start(mux)
	ops.Wait()
	sink.Close()
}
