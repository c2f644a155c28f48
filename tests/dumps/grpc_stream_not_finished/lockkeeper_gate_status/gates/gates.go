// Package gates asks the controllers of the locks whether they may be passed.
package gates

import (
	"context"
	"fmt"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

type Gates struct {
	conn  *grpc.ClientConn
	life  context.Context
	mu    sync.Mutex
	state map[string]string
}

func Open(life context.Context, addr string) (*Gates, error) {
	conn, err := grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	return &Gates{conn: conn, life: life, state: map[string]string{}}, nil
}

// Passable takes the first state that a gate tells.
func (g *Gates) Passable(gate string) (bool, error) {
	stream, err := grpc_health_v1.NewHealthClient(g.conn).Watch(g.life, &grpc_health_v1.HealthCheckRequest{Service: gate})
	if err != nil {
		return false, fmt.Errorf("gate %s: %w", gate, err)
	}
	state, err := stream.Recv()
	if err != nil {
		return false, fmt.Errorf("gate %s: %w", gate, err)
	}
	g.mu.Lock()
	g.state[gate] = state.Status.String()
	g.mu.Unlock()
	return state.Status == grpc_health_v1.HealthCheckResponse_SERVING, nil
}
