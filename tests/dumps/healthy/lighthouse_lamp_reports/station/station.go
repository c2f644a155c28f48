// Package station stands in for the lighthouses while the sea cable is being laid.
package station

import (
	"io"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
	"leuchtturm.example/lamps/lamppb"
)

type keeper struct{}

// Inspect answers each question, then reports once a minute while the caller stays.
func (keeper) Inspect(s lamppb.ServerStream) error {
	for {
		q, err := s.Recv()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if err := s.Send(wrapperspb.String(q.Value + ": burning")); err != nil {
			return err
		}
	}
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			if err := s.Send(wrapperspb.String("burning")); err != nil {
				return err
			}
		case <-s.Context().Done():
			return s.Context().Err()
		}
	}
}

// Start returns the address of the stations' server.
func Start() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	s := grpc.NewServer()
	lamppb.Register(s, keeper{})
	go s.Serve(l)
	return l.Addr().String(), nil
}
