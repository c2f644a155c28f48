// Package feed is the stream of prices: who sends them, and who shows them.
package feed

import (
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// PricesServer answers the calls of the displays.
type PricesServer interface {
	Subscribe(display *wrapperspb.StringValue, stream grpc.ServerStream) error
}

var service = grpc.ServiceDesc{
	ServiceName: "northshop.Prices",
	HandlerType: (*PricesServer)(nil),
	Streams: []grpc.StreamDesc{{
		StreamName:    "Subscribe",
		ServerStreams: true,
		Handler: func(srv any, stream grpc.ServerStream) error {
			display := new(wrapperspb.StringValue)
			if err := stream.RecvMsg(display); err != nil {
				return err
			}
			return srv.(PricesServer).Subscribe(display, stream)
		},
	}},
}
