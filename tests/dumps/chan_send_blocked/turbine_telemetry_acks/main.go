package main

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"time"

	"windpark/pipeline"

	"github.com/twmb/franz-go/pkg/kfake"
	"golang.org/x/sync/errgroup"
)

func main() {
	if os.Getenv("WINDPARK_ROLE") == "broker" {
		cluster, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.SeedTopics(3, "telemetry"))
		if err != nil {
			panic(err)
		}
		os.Stdout.WriteString(cluster.ListenAddrs()[0] + "\n")
		select {}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil && !errors.Is(err, context.Canceled) {
		panic(err)
	}
}

func run(ctx context.Context) error {
	uplink, err := pipeline.NewUplink(broker(), pipeline.CheckpointFile("/srv/checkpoints/telemetry.offset"))
	if err != nil {
		return err
	}
	http.HandleFunc("POST /turbines/{id}/samples", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(io.LimitReader(r.Body, 1<<16))
		uplink.Push(r.PathValue("id"), body)
		w.WriteHeader(http.StatusAccepted)
	})
	srv := &http.Server{Addr: os.Getenv("LISTEN"), BaseContext: func(net.Listener) context.Context { return ctx }}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error { return uplink.Checkpoints(ctx) })
	g.Go(func() error {
		<-ctx.Done()
		late, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		return srv.Shutdown(late)
	})
	return g.Wait()
}
