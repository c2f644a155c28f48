// Package agent simulates the agents, in a child process.
package agent

import (
	"context"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// Spawn starts the agents.
func Spawn(addr string) error {
	cmd := exec.Command(os.Args[0], "agents")
	cmd.Env = append(os.Environ(), "INGEST="+addr)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd.Start()
}

// Main is one connection for each agent, with a stream and checks.
func Main() {
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	for i := 0; i < n; i++ {
		go func() {
			cc, err := grpc.NewClient(os.Getenv("INGEST"), grpc.WithTransportCredentials(insecure.NewCredentials()))
			if err != nil {
				return
			}
			c := healthpb.NewHealthClient(cc)
			st, err := c.Watch(context.Background(), &healthpb.HealthCheckRequest{})
			if err != nil {
				return
			}
			go func() {
				for range time.Tick(time.Second) {
					c.Check(context.Background(), &healthpb.HealthCheckRequest{})
				}
			}()
			for {
				if _, err := st.Recv(); err != nil {
					return
				}
			}
		}()
	}
	select {}
}
