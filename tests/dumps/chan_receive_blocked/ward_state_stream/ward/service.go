package ward

import (
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health/grpc_health_v1"
)

type States struct {
	mu    sync.Mutex
	state map[string]bool
	subs  map[string][]chan bool
}

func NewStates() *States { return &States{state: map[string]bool{}, subs: map[string][]chan bool{}} }

func (s *States) Set(ward string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state[ward] = ok
	for _, c := range s.subs[ward] {
		select {
		case c <- ok:
		default:
		}
	}
}

func (s *States) Follow(ward string) <-chan bool {
	c := make(chan bool, 4)
	s.mu.Lock()
	defer s.mu.Unlock()
	c <- s.state[ward]
	s.subs[ward] = append(s.subs[ward], c)
	return c
}

type Service struct {
	grpc_health_v1.UnimplementedHealthServer
	States *States
}

func (v *Service) Watch(in *grpc_health_v1.HealthCheckRequest, out grpc.ServerStreamingServer[grpc_health_v1.HealthCheckResponse]) error {
	// BUG: the stream's context is not looked at; a ward that does not change keeps its watchers for ever.
	for ok := range v.States.Follow(in.GetService()) {
		st := grpc_health_v1.HealthCheckResponse_NOT_SERVING
		if ok {
			st = grpc_health_v1.HealthCheckResponse_SERVING
		}
		if err := out.Send(&grpc_health_v1.HealthCheckResponse{Status: st}); err != nil {
			return err
		}
	}
	return nil
}
