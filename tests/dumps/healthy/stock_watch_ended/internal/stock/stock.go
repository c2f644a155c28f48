// Package stock asks the stock service which articles can be sold.
package stock

import (
	"context"
	"net"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// Client keeps one connection to the stock service.
type Client struct {
	ctx     context.Context
	watcher healthpb.HealthClient
	mu      sync.Mutex
	seen    map[string]bool
}

// New connects to the service at addr when the first question is asked.
func New(ctx context.Context, addr string) (*Client, error) {
	conn, err := grpc.NewClient("passthrough:///"+addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	return &Client{ctx: ctx, watcher: healthpb.NewHealthClient(conn), seen: map[string]bool{}}, nil
}

// Available tells whether an article can be sold.
func (c *Client) Available(sku string) (bool, error) {
	ctx, cancel := context.WithCancel(c.ctx)
	defer cancel()
	stream, err := c.watcher.Watch(ctx, &healthpb.HealthCheckRequest{Service: sku})
	if err != nil {
		return false, err
	}
	answer, err := stream.Recv()
	if err != nil {
		return false, err
	}
	available := answer.Status == healthpb.HealthCheckResponse_SERVING
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen[sku] = available
	return available, nil
}

// Serve is the stock service.
func Serve(addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	server := grpc.NewServer()
	healthpb.RegisterHealthServer(server, health.NewServer())
	return server.Serve(listener)
}
