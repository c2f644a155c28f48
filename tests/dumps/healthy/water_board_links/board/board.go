// Package board has one connection to each water board.
package board

import (
	"context"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

type Region map[string]*grpc.ClientConn

// Dial makes the connections; they last as long as the service.
func Dial(names []string, addr string) (Region, error) {
	r := Region{}
	for _, name := range names {
		conn, err := grpc.NewClient("passthrough:///"+addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
		if err != nil {
			return nil, err
		}
		r[name] = conn
	}
	return r, nil
}

// Ask returns how the board is.
func (r Region) Ask(ctx context.Context, name string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	answer, err := healthpb.NewHealthClient(r[name]).Check(ctx, &healthpb.HealthCheckRequest{})
	if err != nil {
		return "", err
	}
	return answer.Status.String(), nil
}
