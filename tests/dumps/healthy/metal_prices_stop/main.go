// Command metals streams the prices of metals; with the argument desk it is a trader's desk that watches them.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"

	"example.com/exchange/metals/desk"
	"example.com/exchange/metals/internal/ops"
	"example.com/exchange/metals/prices"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "desk" {
		desk.Watch(os.Getenv("LISTEN_PUBLIC"), ops.Count(16), time.Minute)
		return
	}
	l, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	board := prices.NewBoard()
	go board.Move(context.Background(), 900*time.Millisecond)
	server := grpc.NewServer(grpc.KeepaliveParams(keepalive.ServerParameters{Time: 30 * time.Second}))
	prices.Register(server, board)
	state := health.NewServer()
	healthpb.RegisterHealthServer(server, state)
	go server.Serve(l)

	leave := make(chan struct{}, 1)
	mux := http.NewServeMux()
	mux.HandleFunc("/-/stop", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusAccepted)
		leave <- struct{}{}
	})
	ops.Start(mux)
	<-leave
	state.Shutdown()
	limit := time.AfterFunc(30*time.Second, server.Stop)
	server.GracefulStop() // the watches end when their time is over
	limit.Stop()
}
