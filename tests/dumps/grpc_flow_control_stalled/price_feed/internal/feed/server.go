package feed

import (
	"bytes"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

type server struct{ list []byte }

// Serve sends prices to whoever subscribes at addr.
func Serve(addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	srv := grpc.NewServer()
	srv.RegisterService(&service, &server{bytes.Repeat([]byte("A1007;19.90\n"), 500)})
	return srv.Serve(listener)
}

// Subscribe sends the list of prices again whenever it may have changed.
func (s *server) Subscribe(display *wrapperspb.StringValue, stream grpc.ServerStream) error {
	changes := time.NewTicker(50 * time.Millisecond)
	defer changes.Stop()
	for {
		if err := stream.SendMsg(wrapperspb.Bytes(s.list)); err != nil {
			return err
		}
		select {
		case <-changes.C:
		case <-stream.Context().Done():
			return stream.Context().Err()
		}
	}
}
