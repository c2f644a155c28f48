package stock

import (
	"bytes"
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Client is a connection to the stock service.
type Client struct{ conn *grpc.ClientConn }

// Dial returns a client of the service at addr.
func Dial(addr string) (*Client, error) {
	conn, err := grpc.NewClient("passthrough:///"+addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	return &Client{conn}, nil
}

// Import sends the supplier's list, page by page.
func (c *Client) Import(ctx context.Context, supplier string) error {
	stream, err := c.conn.NewStream(ctx, &service.Streams[0], "/northshop.Stock/Import")
	if err != nil {
		return err
	}
	page := bytes.Repeat([]byte(supplier+";A1007;12\n"), 400)
	for i := 0; i < 5000; i++ {
		// BUG: no deadline; if the service stops reading, this waits for ever.
		if err := stream.SendMsg(wrapperspb.Bytes(page)); err != nil {
			return err
		}
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	return stream.RecvMsg(new(emptypb.Empty))
}
