package main

import (
	"log"
	"os"
	"os/exec"
	"syscall"

	"github.com/northshop/imports/internal/stock"
)

// startStock runs the stock service beside this one, as a second process of the same binary.
func startStock() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_STOCK") != "" {
		log.Fatal(stock.Serve(addr))
	}
	service := exec.Command(os.Args[0])
	service.Env = append(os.Environ(), "SERVE_STOCK=1")
	service.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := service.Start(); err != nil {
		log.Fatal(err)
	}
	return addr
}
