// Package hub follows the state of shops.
package hub

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"

	"google.golang.org/grpc"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// Hub has one goroutine and one stream for each shop.
type Hub struct {
	acquirer healthpb.HealthClient
	running  sync.WaitGroup

	mu    sync.Mutex
	state map[string]string
}

// New returns an empty hub.
func New(acquirer healthpb.HealthClient) *Hub {
	return &Hub{acquirer: acquirer, state: make(map[string]string)}
}

// Open follows a shop until ctx ends.
func (h *Hub) Open(ctx context.Context, shop string) {
	h.running.Go(func() {
		for pause := time.Second; ctx.Err() == nil; pause = min(2*pause, time.Minute) {
			if h.follow(ctx, shop) {
				pause = time.Second
			}
			select {
			case <-time.After(pause + rand.N(pause)):
			case <-ctx.Done():
			}
		}
	})
}

// follow reads one stream to its end and says whether anything came.
func (h *Hub) follow(ctx context.Context, shop string) (any bool) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var stream grpc.ServerStreamingClient[healthpb.HealthCheckResponse]
	stream, err := h.acquirer.Watch(ctx, &healthpb.HealthCheckRequest{Service: shop})
	if err != nil {
		return false
	}
	for {
		update, err := stream.Recv()
		if err == io.EOF || err != nil {
			h.set(shop, "offline")
			return any
		}
		h.set(shop, update.GetStatus().String())
		any = true
	}
}

func (h *Hub) set(shop, state string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.state[shop] = state
}

// Wait returns when all streams have ended.
func (h *Hub) Wait() { h.running.Wait() }

// List prints the states.
func (h *Hub) List(w http.ResponseWriter, _ *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	fmt.Fprintln(w, h.state)
}
