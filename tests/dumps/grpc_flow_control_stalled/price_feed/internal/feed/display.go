package feed

import (
	"context"
	"fmt"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Show runs displays that show what the service at addr sends.
func Show(addr string, displays int) error {
	time.Sleep(time.Second)
	options := []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
	if os.Getenv("STOP_DISPLAYS") != "" { // with large windows it is the connection that fills up
		options = append(options, grpc.WithInitialWindowSize(1<<26), grpc.WithInitialConnWindowSize(1<<26))
	}
	conn, err := grpc.Dial(addr, options...)
	if err != nil {
		return err
	}
	failed := make(chan error)
	for i := 0; i < displays; i++ {
		go func(i int) { failed <- show(conn, fmt.Sprintf("shelf-%d", i)) }(i)
	}
	return <-failed
}

func show(conn *grpc.ClientConn, name string) error {
	stream, err := conn.NewStream(context.Background(), &service.Streams[0], "/northshop.Prices/Subscribe")
	if err != nil {
		return err
	}
	if err := stream.SendMsg(wrapperspb.String(name)); err != nil {
		return err
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	screen := make(chan []byte)
	for {
		prices := new(wrapperspb.BytesValue)
		if err := stream.RecvMsg(prices); err != nil {
			return err
		}
		// BUG: the screen hangs and takes nothing any more, so nobody reads the stream either.
		screen <- prices.Value
	}
}
