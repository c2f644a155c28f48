package quotes

import (
	"context"
	"log"

	"google.golang.org/grpc"
)

// Slots lets so many computations run at once.
type Slots struct {
	free chan struct{}
}

func NewSlots(n int) *Slots { return &Slots{free: make(chan struct{}, n)} }

func (s *Slots) acquire() { s.free <- struct{}{} }
func (s *Slots) release() { <-s.free }

// Unary is the interceptor of the server.
func (s *Slots) Unary(ctx context.Context, req interface{}, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (interface{}, error) {
	s.acquire()
	defer s.release()
	resp, err := handler(ctx, req)
	if err != nil {
		log.Printf("%s: %v", info.FullMethod, err)
	}
	return resp, err
}
