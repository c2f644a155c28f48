package main

import (
	"log"
	"net/http"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"nimbus.cloud/flags/backend"
	"nimbus.cloud/flags/internal/ops"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "backend" {
		backend.Main()
		return
	}
	addr, err := backend.Spawn()
	if err != nil {
		log.Fatal(err)
	}
	cc, err := grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	h := &handler{status: &statusCache{client: healthpb.NewHealthClient(cc)}}
	mux := http.NewServeMux()
	mux.Handle("/flag", h)
	ops.Start(mux)
	ops.Wait()
}
