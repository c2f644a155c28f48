package prices

import (
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// watch streams the price for the time that was asked for.
func (b *Board) watch(in *durationpb.Duration, stream grpc.ServerStream) error {
	over := time.NewTimer(in.AsDuration())
	defer over.Stop()
	for {
		price, changed := b.Last()
		if err := stream.SendMsg(wrapperspb.Double(price)); err != nil {
			return err
		}
		select {
		case <-changed:
		case <-over.C:
			return nil
		case <-stream.Context().Done():
			return stream.Context().Err()
		}
	}
}

// Register adds the service to a server.
func Register(s *grpc.Server, b *Board) {
	s.RegisterService(&grpc.ServiceDesc{
		ServiceName: "metals.Prices",
		HandlerType: (*interface{})(nil),
		Streams: []grpc.StreamDesc{{StreamName: "Watch", ServerStreams: true, Handler: func(srv interface{}, stream grpc.ServerStream) error {
			in := new(durationpb.Duration)
			if err := stream.RecvMsg(in); err != nil {
				return err
			}
			return srv.(*Board).watch(in, stream)
		}}},
	}, b)
}
