// Package tides measures water levels and tells whoever follows a station.
package tides

import (
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Stations of one harbour.
type Stations struct {
	mu        sync.Mutex
	followers map[chan float64]struct{}
	closed    chan struct{}
	once      sync.Once
}

func NewStations() *Stations {
	return &Stations{followers: make(map[chan float64]struct{}), closed: make(chan struct{})}
}

// Measure reads the gauges until the stations are closed.
func (s *Stations) Measure(every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	level := 3.2
	for {
		select {
		case <-tick.C:
			level += 0.01
			s.tell(level)
		case <-s.closed:
			return
		}
	}
}

func (s *Stations) tell(level float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for f := range s.followers {
		select {
		case f <- level:
		default: // a screen that is behind leaves one out
		}
	}
}

// Close ends all streams.
func (s *Stations) Close() { s.once.Do(func() { close(s.closed) }) }

func (s *Stations) join() chan float64 {
	f := make(chan float64, 4)
	s.mu.Lock()
	s.followers[f] = struct{}{}
	s.mu.Unlock()
	return f
}

func (s *Stations) leave(f chan float64) {
	s.mu.Lock()
	delete(s.followers, f)
	s.mu.Unlock()
}

// Follow sends the levels until the client leaves.
func (s *Stations) Follow(station string, stream grpc.ServerStream) error {
	f := s.join()
	defer s.leave(f)
	var last float64
	for {
		select {
		case level := <-f:
			if level-last < 0.5 {
				continue
			}
			last = level
			if err := stream.SendMsg(wrapperspb.Double(level)); err != nil {
				return err
			}
		case <-stream.Context().Done():
			return stream.Context().Err()
		case <-s.closed:
			return nil
		}
	}
}

func follow(srv interface{}, stream grpc.ServerStream) error {
	in := new(wrapperspb.StringValue)
	if err := stream.RecvMsg(in); err != nil {
		return err
	}
	return srv.(*Stations).Follow(in.GetValue(), stream)
}

// Register adds the service to a server.
func Register(g *grpc.Server, s *Stations) {
	g.RegisterService(&grpc.ServiceDesc{
		ServiceName: "tides.Stations",
		HandlerType: (*interface{})(nil),
		Streams:     []grpc.StreamDesc{{StreamName: "Follow", Handler: follow, ServerStreams: true}},
	}, s)
}
