package depot

import (
	"context"
	"log"
	"maps"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

type Overview struct {
	mu     sync.RWMutex
	states map[string]string
	wg     sync.WaitGroup
}

// WatchAll follows the state of each depot until ctx ends.
func WatchAll(ctx context.Context, addr string, names []string) (*Overview, error) {
	cc, err := grpc.NewClient("passthrough:///"+addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	context.AfterFunc(ctx, func() { cc.Close() })
	o := &Overview{states: map[string]string{}}
	client := grpc_health_v1.NewHealthClient(cc)
	for _, name := range names {
		o.wg.Add(1)
		go func() {
			defer o.wg.Done()
			o.follow(ctx, client, name)
		}()
	}
	return o, nil
}

func (o *Overview) follow(ctx context.Context, c grpc_health_v1.HealthClient, name string) {
	for ctx.Err() == nil {
		if err := o.once(ctx, c, name); err != nil && ctx.Err() == nil {
			log.Printf("%s: %v", name, err)
			time.Sleep(time.Second)
		}
	}
}

func (o *Overview) once(ctx context.Context, c grpc_health_v1.HealthClient, name string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := c.Watch(ctx, &grpc_health_v1.HealthCheckRequest{Service: name})
	if err != nil {
		return err
	}
	for {
		m, err := stream.Recv()
		if err != nil {
			return err
		}
		o.mu.Lock()
		o.states[name] = m.GetStatus().String()
		o.mu.Unlock()
	}
}

func (o *Overview) States() map[string]string {
	o.mu.RLock()
	defer o.mu.RUnlock()
	return maps.Clone(o.states)
}

func (o *Overview) Wait() { o.wg.Wait() }
