package pricing

import (
	"context"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Serve is the pricing service itself; it runs in a process of its own.
func Serve(addr string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	server := grpc.NewServer()
	server.RegisterService(&grpc.ServiceDesc{
		ServiceName: "pricing.v1.Pricing",
		HandlerType: (*any)(nil),
		Methods:     []grpc.MethodDesc{{MethodName: "Quote", Handler: quote}},
		Streams:     []grpc.StreamDesc{{StreamName: "Watch", Handler: watch, ServerStreams: true}},
	}, struct{}{})
	return server.Serve(listener)
}

func quote(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
	var sku wrapperspb.StringValue
	if err := decode(&sku); err != nil {
		return nil, err
	}
	return wrapperspb.Int64(int64(1990 + len(sku.Value))), nil
}

func watch(_ any, stream grpc.ServerStream) error {
	var sku wrapperspb.StringValue
	if err := stream.RecvMsg(&sku); err != nil {
		return err
	}
	if err := stream.SendMsg(wrapperspb.Int64(1990)); err != nil {
		return err
	}
	<-stream.Context().Done() // the price has not changed
	return nil
}
