// Package stock is the stock service, and how it is asked.
package stock

import (
	"net"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// StockServer takes the suppliers' lists.
type StockServer interface {
	Import(stream grpc.ServerStream) error
}

var service = grpc.ServiceDesc{
	ServiceName: "northshop.Stock",
	HandlerType: (*StockServer)(nil),
	Streams: []grpc.StreamDesc{{
		StreamName:    "Import",
		ClientStreams: true,
		Handler:       func(srv any, stream grpc.ServerStream) error { return srv.(StockServer).Import(stream) },
	}},
}

type server struct {
	mu     sync.Mutex
	counts map[int]int
}

// Serve is the stock service: it books the pages of a list, one list at a time.
func Serve(addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	srv := grpc.NewServer()
	srv.RegisterService(&service, &server{counts: map[int]int{}})
	return srv.Serve(listener)
}

func (s *server) Import(stream grpc.ServerStream) error {
	for {
		page := new(wrapperspb.BytesValue)
		if err := stream.RecvMsg(page); err != nil {
			return stream.SendMsg(new(emptypb.Empty))
		}
		// The first one to come here forgets to unlock: all later ones, and all later lists, wait.
		s.mu.Lock()
		s.counts[len(page.Value)]++
	}
}
