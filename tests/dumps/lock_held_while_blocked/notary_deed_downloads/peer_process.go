package main

import (
	"log"
	"net"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// startPeer runs what this service talks to, as a second process of the same binary, and returns its address.
func startPeer() string {
	if addr := os.Getenv("SERVE_PEER"); addr != "" {
		listener, err := net.Listen("tcp", addr)
		if err != nil {
			log.Fatal(err)
		}
		log.Fatal(servePeer(listener))
	}
	addr := freeAddress()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_PEER="+addr)
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	for i := 0; i < 50; i++ {
		if conn, err := net.Dial("tcp", addr); err == nil {
			conn.Close()
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	return addr
}

func freeAddress() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}
