// Package pricing asks the pricing service what an article costs.
package pricing

import (
	"context"
	"fmt"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Client holds the one connection that all requests share.
type Client struct{ conn *grpc.ClientConn }

func New(target string) (*Client, error) {
	conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, fmt.Errorf("pricing: %w", err)
	}
	return &Client{conn: conn}, nil
}

// Quote returns the price in cents.
func (c *Client) Quote(ctx context.Context, sku string) (int64, error) {
	var price wrapperspb.Int64Value
	err := c.conn.Invoke(ctx, "/pricing.v1.Pricing/Quote", wrapperspb.String(sku), &price, grpc.WaitForReady(true))
	return price.Value, err
}

// Watch calls changed with each new price until ctx ends.
func (c *Client) Watch(ctx context.Context, sku string, changed func(int64)) error {
	desc := &grpc.StreamDesc{StreamName: "Watch", ServerStreams: true}
	stream, err := c.conn.NewStream(ctx, desc, "/pricing.v1.Pricing/Watch", grpc.WaitForReady(true))
	if err != nil {
		return err
	}
	if err := stream.SendMsg(wrapperspb.String(sku)); err != nil {
		return err
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	for {
		var price wrapperspb.Int64Value
		if err := stream.RecvMsg(&price); err != nil {
			return err
		}
		changed(price.Value)
	}
}
