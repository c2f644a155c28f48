// Package rates asks carriers for their prices.
package rates

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Carrier answers after a while.
type Carrier struct {
	answers chan request
}

type request struct {
	parcel string
	reply  chan string
}

func NewCarrier(latency time.Duration) *Carrier {
	c := &Carrier{answers: make(chan request)}
	for i := 0; i < 4; i++ {
		go c.desk(latency)
	}
	return c
}

func (c *Carrier) desk(latency time.Duration) {
	for r := range c.answers {
		time.Sleep(latency)
		r.reply <- fmt.Sprintf("%s costs %d cents", r.parcel, 490+len(r.parcel))
	}
}

// Rate asks a desk, or gives up when the caller does.
func (c *Carrier) Rate(ctx context.Context, parcel string) (string, error) {
	r := request{parcel: parcel, reply: make(chan string, 1)}
	select {
	case c.answers <- r:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	select {
	case text := <-r.reply:
		return text, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func rate(srv interface{}, ctx context.Context, dec func(interface{}) error, _ grpc.UnaryServerInterceptor) (interface{}, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	text, err := srv.(*Carrier).Rate(ctx, in.GetValue())
	return wrapperspb.String(text), err
}

// Register adds the service to a server.
func Register(s *grpc.Server, c *Carrier) {
	s.RegisterService(&grpc.ServiceDesc{
		ServiceName: "rates.Carrier",
		HandlerType: (*interface{})(nil),
		Methods:     []grpc.MethodDesc{{MethodName: "Rate", Handler: rate}},
	}, c)
}
