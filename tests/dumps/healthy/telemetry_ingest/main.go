package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/keepalive"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"watchtower/ingest/agent"
	"watchtower/ingest/internal/ops"
)

type control struct {
	healthpb.UnimplementedHealthServer
}

// Check answers at once.
func (control) Check(context.Context, *healthpb.HealthCheckRequest) (*healthpb.HealthCheckResponse, error) {
	return &healthpb.HealthCheckResponse{Status: healthpb.HealthCheckResponse_SERVING}, nil
}

// Watch tells the agent when something changes, for as long as it is there.
func (control) Watch(r *healthpb.HealthCheckRequest, s healthpb.Health_WatchServer) error {
	t := time.NewTicker(20 * time.Minute)
	defer t.Stop()
	for {
		if err := s.Send(&healthpb.HealthCheckResponse{}); err != nil {
			return err
		}
		select {
		case <-t.C:
		case <-s.Context().Done():
			return s.Context().Err()
		}
	}
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "agents" {
		agent.Main()
		return
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer(grpc.KeepaliveParams(keepalive.ServerParameters{Time: time.Minute}))
	healthpb.RegisterHealthServer(s, control{})
	go func() { log.Fatal(s.Serve(l)) }()
	if err := agent.Spawn(l.Addr().String()); err != nil {
		log.Fatal(err)
	}
	ops.Start(http.NewServeMux())
	ops.Wait()
}
