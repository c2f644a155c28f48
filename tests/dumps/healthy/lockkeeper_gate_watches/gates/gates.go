// Package gates follows the state of every lock of the canal, each by one stream.
package gates

import (
	"context"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

type Board struct {
	conn  *grpc.ClientConn
	mu    sync.RWMutex
	state map[string]string
	wg    sync.WaitGroup
}

func Open(addr string) (*Board, error) {
	conn, err := grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	return &Board{conn: conn, state: map[string]string{}}, err
}

// Follow returns when the context ends.
func (b *Board) Follow(ctx context.Context, gates []string) {
	for _, gate := range gates {
		b.wg.Add(1)
		go func(gate string) {
			defer b.wg.Done()
			for ctx.Err() == nil {
				if err := b.follow(ctx, gate); err != nil {
					b.set(gate, "UNKNOWN")
				}
				select {
				case <-time.After(3 * time.Second):
				case <-ctx.Done():
				}
			}
		}(gate)
	}
	b.wg.Wait()
}

func (b *Board) follow(ctx context.Context, gate string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := grpc_health_v1.NewHealthClient(b.conn).Watch(ctx, &grpc_health_v1.HealthCheckRequest{Service: gate})
	if err != nil {
		return err
	}
	for {
		state, err := stream.Recv()
		if err != nil {
			return err
		}
		b.set(gate, state.Status.String())
	}
}

func (b *Board) set(gate, state string) {
	b.mu.Lock()
	b.state[gate] = state
	b.mu.Unlock()
}

func (b *Board) Get(gate string) string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.state[gate]
}
