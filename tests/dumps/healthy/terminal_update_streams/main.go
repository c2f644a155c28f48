// Command terminals keeps the payment terminals of a chain of shops up to date: each shop has a
// long-lived stream with the acquirer.
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"terminals/hub"
	"terminals/internal/ops"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
)

func main() {
	if len(os.Args) > 1 {
		acquirer()
		return
	}
	conn, err := grpc.NewClient(standIn(), grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: time.Minute, Timeout: 10 * time.Second}))
	if err != nil {
		log.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	shops := hub.New(healthpb.NewHealthClient(conn))
	for i := 0; i < ops.Count(40); i++ {
		shops.Open(ctx, fmt.Sprintf("shop-%d", i))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/shops", shops.List)
	ops.Start(mux)
	ops.Wait()
	cancel()
	shops.Wait()
	conn.Close()
}

func acquirer() {
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	state := health.NewServer()
	go func() {
		for i := 0; ; i++ {
			time.Sleep(20 * time.Second)
			state.SetServingStatus(fmt.Sprintf("shop-%d", i%200), healthpb.HealthCheckResponse_SERVING)
		}
	}()
	srv := grpc.NewServer()
	healthpb.RegisterHealthServer(srv, state)
	os.Stdout.WriteString(lis.Addr().String() + "\n")
	log.Fatal(srv.Serve(lis))
}

func standIn() string {
	cmd := exec.Command(os.Args[0], "acquirer")
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		log.Fatal(err)
	}
	line, _ := bufio.NewReader(out).ReadString('\n')
	return strings.TrimSpace(line)
}
