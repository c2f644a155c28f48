package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"payouts/worker"
	"syscall"

	amqp "github.com/rabbitmq/amqp091-go"
	"github.com/redis/go-redis/v9"
	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()

	conn, err := amqp.Dial(os.Getenv("UPSTREAM_AMQP"))
	if err != nil {
		slog.Error("amqp", "err", err)
		os.Exit(1)
	}
	defer conn.Close()
	rdb := redis.NewClient(&redis.Options{Addr: os.Getenv("UPSTREAM_REDIS"), PoolSize: 40})
	defer rdb.Close()

	admin := &http.Server{Addr: os.Getenv("LISTEN")}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(admin.ListenAndServe)
	group.Go(func() error { <-ctx.Done(); return admin.Shutdown(context.WithoutCancel(ctx)) })
	for _, bank := range []string{"sepa", "swift", "bacs", "ach"} {
		group.Go(worker.Queue{Conn: conn, Name: "payouts." + bank, Parallel: 6}.Run(ctx))
	}
	for shard := 0; shard < 16; shard++ {
		group.Go(worker.Retries{DB: rdb, Shard: shard}.Run(ctx))
	}
	if err := group.Wait(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		slog.Error("stopped", "err", err)
	}
}
