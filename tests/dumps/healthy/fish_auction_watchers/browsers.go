package main

import (
	"log"
	"net"
	"os"
	"os/exec"
	"syscall"
	"time"

	"auction.pellwick.example/fish/internal/feed"
	"auction.pellwick.example/fish/internal/ops"
)

// startBrowsers runs the bidders' browsers, as a second process of the same binary. Every fourth only listens.
func startBrowsers() {
	if addr := os.Getenv("AUCTION"); addr != "" {
		for {
			if conn, err := net.Dial("tcp", addr); err == nil {
				conn.Close()
				break
			}
			time.Sleep(100 * time.Millisecond)
		}
		for i := 0; i < ops.Count(12); i++ {
			go feed.Browse("ws://"+addr+"/bids", i%4 != 3)
		}
		select {}
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "AUCTION="+os.Getenv("LISTEN"))
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
}
