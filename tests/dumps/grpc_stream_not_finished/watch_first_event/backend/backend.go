// Package backend is the other service, run as a child process.
package backend

import (
	"net"
	"os"
	"os/exec"
	"syscall"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// Spawn starts it and tells where it listens.
func Spawn() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	addr := l.Addr().String()
	l.Close()
	cmd := exec.Command(os.Args[0], "backend")
	cmd.Env = append(os.Environ(), "BACKEND="+addr)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	time.Sleep(300 * time.Millisecond)
	return addr, nil
}

// Main serves.
func Main() {
	l, err := net.Listen("tcp", os.Getenv("BACKEND"))
	if err != nil {
		os.Exit(1)
	}
	s := grpc.NewServer()
	healthpb.RegisterHealthServer(s, health.NewServer())
	s.Serve(l)
}
