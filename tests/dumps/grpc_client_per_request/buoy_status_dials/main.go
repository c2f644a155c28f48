package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"path"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"buoy.example/status/internal/ops"
)

type buoys struct {
	addr string
}

func (b *buoys) check(ctx context.Context, name string) (string, error) {
	conn, err := grpc.NewClient("passthrough:///"+b.addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	answer, err := healthpb.NewHealthClient(conn).Check(ctx, &healthpb.HealthCheckRequest{})
	if err != nil {
		return "", fmt.Errorf("buoy %s: %w", name, err)
	}
	return answer.Status.String(), nil
}

func (b *buoys) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	text, err := b.check(r.Context(), path.Base(r.URL.Path))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, text)
}

func main() {
	if os.Getenv("ROLE") == "peer" {
		s := grpc.NewServer()
		healthpb.RegisterHealthServer(s, health.NewServer())
		log.Fatal(s.Serve(listenPeer()))
	}
	mux := http.NewServeMux()
	mux.Handle("/status/", &buoys{startPeer()})
	ops.Start(mux)
	ops.Wait()
}
