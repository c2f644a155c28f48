// Command tides streams the water levels of a harbour to the pilots' screens, over gRPC and as
// server-sent events.
package main

import (
	"log"
	"net"
	"net/http"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"harbour.example/tides/internal/ops"
	"harbour.example/tides/tides"
	"harbour.example/tides/web"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	stations := tides.NewStations()
	go stations.Measure(400 * time.Millisecond)
	server := grpc.NewServer()
	tides.Register(server, stations)
	go server.Serve(l)

	conn, err := grpc.Dial(l.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/levels/", web.New(conn))
	mux.HandleFunc("/-/restart", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusAccepted)
		go shutDown(server, stations)
	})
	ops.Start(mux)
	ops.Wait()
	shutDown(server, stations)
}

func shutDown(server *grpc.Server, stations *tides.Stations) {
	server.GracefulStop()
	stations.Close()
	log.Print("stopped")
}
