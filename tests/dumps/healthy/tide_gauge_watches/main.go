package main

import (
	"log"
	"net/http"
	"os"
	"path"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"tide.example/watches/internal/ops"
	"tide.example/watches/watch"
)

func servePeer() {
	s := grpc.NewServer()
	healthpb.RegisterHealthServer(s, health.NewServer())
	log.Fatal(s.Serve(listenPeer()))
}

func main() {
	if os.Getenv("ROLE") == "peer" {
		servePeer()
	}
	w, err := watch.New(startPeer())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/watch/", func(rw http.ResponseWriter, r *http.Request) {
		if err := w.Add(path.Base(r.URL.Path)); err != nil {
			http.Error(rw, err.Error(), http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
	w.Close()
}
