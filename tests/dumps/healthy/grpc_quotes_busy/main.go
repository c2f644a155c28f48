// Command quotes computes insurance quotes; brokers come over gRPC, the web page over HTTP.
package main

import (
	"log"
	"net"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"versicher.example/quotes/front"
	"versicher.example/quotes/internal/ops"
	"versicher.example/quotes/quotes"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	slots := quotes.NewSlots(6)
	server := grpc.NewServer(grpc.UnaryInterceptor(slots.Unary), grpc.MaxConcurrentStreams(200))
	quotes.Register(server, quotes.NewEngine())
	go server.Serve(l)

	conn, err := grpc.Dial(l.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/quote/", front.New(conn))
	ops.Start(mux)
	ops.Wait()
	conn.Close()
	server.GracefulStop()
}
