// Package desk is a client of the service.
package desk

import (
	"context"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// Watch opens n streams, two on each connection, and reads them for a while.
func Watch(addr string, n int, life time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), life)
	defer cancel()
	var conn *grpc.ClientConn
	for i := 0; i < n; i++ {
		if i%2 == 0 {
			conn, _ = grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
		}
		go follow(ctx, conn, 12*time.Second+time.Duration(i)*200*time.Millisecond)
	}
	<-ctx.Done()
}

func follow(ctx context.Context, conn *grpc.ClientConn, asked time.Duration) {
	stream, err := conn.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true}, "/metals.Prices/Watch", grpc.WaitForReady(true))
	if err != nil {
		return
	}
	stream.SendMsg(durationpb.New(asked))
	stream.CloseSend()
	for stream.RecvMsg(new(wrapperspb.DoubleValue)) == nil {
	}
}
