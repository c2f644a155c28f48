// Package pricing asks the pricing service what an article costs.
package pricing

import (
	"context"
	"fmt"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Client knows where the service is.
type Client struct{ target string }

func New(target string) *Client { return &Client{target: target} }

// Quote returns the price in cents.
func (c *Client) Quote(ctx context.Context, sku string) (int64, error) {
	// BUG: a connection for each quote, and nobody closes it.
	conn, err := grpc.NewClient(c.target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return 0, fmt.Errorf("pricing: %w", err)
	}
	var price wrapperspb.Int64Value
	err = conn.Invoke(ctx, "/pricing.v1.Pricing/Quote", wrapperspb.String(sku), &price, grpc.WaitForReady(true))
	return price.Value, err
}
