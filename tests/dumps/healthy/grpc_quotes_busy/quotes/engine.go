// Package quotes is the service that brokers call.
package quotes

import (
	"context"
	"fmt"
	"hash/fnv"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Engine computes quotes.
type Engine struct {
	base int
}

func NewEngine() *Engine { return &Engine{base: 4900} }

// Quote prices one object: "car/..", "house/..".
func (e *Engine) Quote(ctx context.Context, object *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	kind, _, ok := strings.Cut(object.GetValue(), "-")
	if !ok {
		return nil, status.Errorf(codes.InvalidArgument, "%q names no object", object.GetValue())
	}
	time.Sleep(180 * time.Millisecond) // the actuaries' library computes
	h := fnv.New32()
	h.Write([]byte(object.GetValue()))
	return wrapperspb.String(fmt.Sprintf("%s: %d cents", kind, e.base+int(h.Sum32()%9000))), nil
}

func handleQuote(srv interface{}, ctx context.Context, dec func(interface{}) error, interceptor grpc.UnaryServerInterceptor) (interface{}, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/quotes.Quotes/Quote"}
	return interceptor(ctx, in, info, func(ctx context.Context, req interface{}) (interface{}, error) {
		return srv.(*Engine).Quote(ctx, req.(*wrapperspb.StringValue))
	})
}

// Register adds the service to a server.
func Register(s *grpc.Server, e *Engine) {
	s.RegisterService(&grpc.ServiceDesc{
		ServiceName: "quotes.Quotes",
		HandlerType: (*interface{})(nil),
		Methods:     []grpc.MethodDesc{{MethodName: "Quote", Handler: handleQuote}},
	}, e)
}
