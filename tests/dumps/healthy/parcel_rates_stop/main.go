// Command rates looks up what a parcel costs; each look-up asks a slow carrier.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"parcels.example/rates/internal/ops"
	"parcels.example/rates/rates"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer()
	rates.Register(server, rates.NewCarrier(5*time.Second))
	go server.Serve(l)
	conn, err := grpc.Dial(l.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/rate/", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
		defer cancel()
		out := new(wrapperspb.StringValue)
		if err := conn.Invoke(ctx, "/rates.Carrier/Rate", wrapperspb.String(r.URL.Path), out); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Write([]byte(out.GetValue()))
	})
	mux.HandleFunc("/-/restart", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusAccepted)
		go stop(server)
	})
	ops.Start(mux)
	ops.Wait()
	stop(server)
}

// stop lets the calls in progress end, but not for ever.
func stop(server *grpc.Server) {
	limit := time.AfterFunc(15*time.Second, server.Stop)
	defer limit.Stop()
	server.GracefulStop()
}
