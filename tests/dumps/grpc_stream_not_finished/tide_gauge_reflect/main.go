package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"path"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"

	"tide.example/gauges/directory"
	"tide.example/gauges/internal/ops"
)

func servePeer() {
	s := grpc.NewServer()
	healthpb.RegisterHealthServer(s, health.NewServer())
	reflection.Register(s)
	log.Fatal(s.Serve(listenPeer()))
}

func main() {
	if os.Getenv("ROLE") == "peer" {
		servePeer()
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	d, err := directory.Dial(ctx, startPeer())
	if err != nil {
		log.Fatal(err)
	}
	defer d.Close()
	mux := http.NewServeMux()
	mux.HandleFunc("/gauge/", func(w http.ResponseWriter, r *http.Request) {
		names, err := d.Services(path.Base(r.URL.Path))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		json.NewEncoder(w).Encode(names)
	})
	ops.Start(mux)
	ops.Wait()
}
