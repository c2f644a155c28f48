// Package lamppb is the service of a lighthouse, with well-known types as its messages.
package lamppb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

type Stream = grpc.BidiStreamingClient[wrapperspb.StringValue, wrapperspb.StringValue]
type ServerStream = grpc.BidiStreamingServer[wrapperspb.StringValue, wrapperspb.StringValue]

type Server interface {
	Inspect(ServerStream) error
}

var desc = grpc.ServiceDesc{
	ServiceName: "lamps.v1.Lamps",
	HandlerType: (*Server)(nil),
	Streams: []grpc.StreamDesc{{
		StreamName: "Inspect",
		Handler: func(srv any, s grpc.ServerStream) error {
			return srv.(Server).Inspect(&grpc.GenericServerStream[wrapperspb.StringValue, wrapperspb.StringValue]{ServerStream: s})
		},
		ServerStreams: true,
		ClientStreams: true,
	}},
}

func Register(s grpc.ServiceRegistrar, srv Server) { s.RegisterService(&desc, srv) }

type Client struct{ cc grpc.ClientConnInterface }

func NewClient(cc grpc.ClientConnInterface) *Client { return &Client{cc} }

func (c *Client) Inspect(ctx context.Context, opts ...grpc.CallOption) (Stream, error) {
	s, err := c.cc.NewStream(ctx, &desc.Streams[0], "/lamps.v1.Lamps/Inspect", opts...)
	if err != nil {
		return nil, err
	}
	return &grpc.GenericClientStream[wrapperspb.StringValue, wrapperspb.StringValue]{ClientStream: s}, nil
}
