package main

import (
	"log"
	"net"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
)

// startBroker runs a Kafka broker beside this service, as a second process of the same binary.
func startBroker() string {
	if word := os.Getenv("SERVE_BROKER"); word != "" {
		port, err := strconv.Atoi(word)
		if err != nil {
			log.Fatal(err)
		}
		_, err = kfake.NewCluster(kfake.NumBrokers(1), kfake.Ports(port), kfake.AllowAutoTopicCreation())
		if err != nil {
			log.Fatal(err)
		}
		select {}
	}
	port := strconv.Itoa(freePort())
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_BROKER="+port)
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	for range 50 {
		if conn, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			conn.Close()
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	return "127.0.0.1:" + port
}

func freePort() int {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}
