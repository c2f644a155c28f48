package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"time"

	"github.com/ceramica/kilnd/kiln"
)

func run(ctx context.Context) error {
	logger := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{Level: slog.LevelDebug}))
	hall := kiln.NewHall(logger.With("site", "delft"))
	srv := &http.Server{Addr: os.Getenv("LISTEN"), Handler: http.DefaultServeMux, ReadHeaderTimeout: 5 * time.Second}
	http.HandleFunc("/status", hall.ServeStatus)
	http.HandleFunc("/ramp", hall.ServeRamp)
	for i := 0; i < 3; i++ {
		go hall.Supervise(ctx, i)
	}
	errc := make(chan error, 1)
	go func() { errc <- srv.ListenAndServe() }()
	select {
	case err := <-errc:
		return err
	case <-ctx.Done():
		return srv.Shutdown(context.Background())
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil && !errors.Is(err, http.ErrServerClosed) {
		slog.Error("exit", "err", err)
		os.Exit(1)
	}
}
