// Command explorer shows which services a gRPC backend offers, for the developers' portal.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"

	"explorer/internal/descr"
	"explorer/internal/ops"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "backend" {
		backend()
		return
	}
	conn, err := grpc.NewClient(startBackend(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	api := &portal{types: descr.NewResolver(conn)}

	mux := http.NewServeMux()
	mux.HandleFunc("/services", api.services)
	mux.HandleFunc("/file", api.file)
	ops.Start(mux)
	ops.Wait()
}

type portal struct {
	types *descr.Resolver
}

func (p *portal) services(w http.ResponseWriter, r *http.Request) {
	names, err := p.types.Services(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(names)
}

func (p *portal) file(w http.ResponseWriter, r *http.Request) {
	size, err := p.types.FileOf(r.Context(), r.URL.Query().Get("symbol"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(map[string]int{"bytes": size})
}

// backend is the service that is explored, a process of its own.
func backend() {
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	healthpb.RegisterHealthServer(srv, health.NewServer())
	reflection.Register(srv)
	os.Stdout.WriteString(lis.Addr().String() + "\n")
	log.Fatal(srv.Serve(lis))
}

func startBackend() string {
	cmd := exec.CommandContext(context.Background(), os.Args[0], "backend")
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	out, err := cmd.StdoutPipe()
	if err != nil {
		log.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		log.Fatal(err)
	}
	return strings.TrimSpace(line)
}
