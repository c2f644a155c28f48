// Package watch follows the state of gauges.
package watch

import (
	"context"
	"io"
	"log"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	pb "google.golang.org/grpc/health/grpc_health_v1"
)

type Watcher struct {
	conn   *grpc.ClientConn
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup
	mu     sync.Mutex
	state  map[string]pb.HealthCheckResponse_ServingStatus
}

func New(addr string) (*Watcher, error) {
	conn, err := grpc.NewClient("passthrough:///"+addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	w := &Watcher{conn: conn, state: map[string]pb.HealthCheckResponse_ServingStatus{}}
	w.ctx, w.cancel = context.WithCancel(context.Background())
	return w, nil
}

func (w *Watcher) Add(gauge string) error {
	stream, err := pb.NewHealthClient(w.conn).Watch(w.ctx, &pb.HealthCheckRequest{Service: gauge})
	if err != nil {
		return err
	}
	w.wg.Add(1)
	go w.follow(gauge, stream)
	return nil
}

func (w *Watcher) follow(gauge string, stream pb.Health_WatchClient) {
	defer w.wg.Done()
	for {
		answer, err := stream.Recv()
		if err == io.EOF {
			return
		}
		if err != nil {
			log.Printf("gauge %s: %v", gauge, err)
			return
		}
		w.mu.Lock()
		w.state[gauge] = answer.Status
		w.mu.Unlock()
	}
}

func (w *Watcher) Close() {
	w.cancel()
	w.wg.Wait()
	w.conn.Close()
}
