// Command levels asks the water boards of a region how they are.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"path"
	"strconv"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"waterboards.fellgate.example/levels/board"
	"waterboards.fellgate.example/levels/internal/ops"
)

var names = []string{"north", "dales", "moor", "estuary", "hills", "coast"}

func main() {
	if os.Getenv("ROLE") == "peer" {
		s := grpc.NewServer()
		healthpb.RegisterHealthServer(s, health.NewServer())
		log.Fatal(s.Serve(listenPeer()))
	}
	region, err := board.Dial(names, startPeer())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/level/", func(w http.ResponseWriter, r *http.Request) {
		no, _ := strconv.Atoi(path.Base(r.URL.Path))
		text, err := region.Ask(r.Context(), names[no%len(names)])
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, text)
	})
	ops.Start(mux)
	ops.Wait()
}
