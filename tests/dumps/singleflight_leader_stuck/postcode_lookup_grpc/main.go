package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"delivery/geo"
	"delivery/internal/ops"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

func main() {
	cc, err := grpc.NewClient("passthrough:///"+os.Getenv("UPSTREAM_SILENT"),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.WaitForReady(true)),
		grpc.WithUserAgent("delivery/4.2"))
	if err != nil {
		log.Fatal(err)
	}
	areas := geo.NewAreas(cc)
	mux := http.NewServeMux()
	mux.HandleFunc("/quote", func(w http.ResponseWriter, r *http.Request) {
		area, err := areas.Lookup(r.Context(), r.URL.Query().Get("postcode"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		json.NewEncoder(w).Encode(area)
	})
	ops.Start(mux)
	ops.Wait()
}
