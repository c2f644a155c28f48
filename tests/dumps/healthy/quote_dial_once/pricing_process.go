package main

import (
	"log"
	"os"
	"os/exec"
	"syscall"

	"github.com/northshop/checkout/internal/pricing"
)

// startPricing runs the other service beside this one, as a second process of the same binary.
func startPricing() string {
	addr := os.Getenv("LISTEN_PUBLIC")
	if os.Getenv("SERVE_PRICING") != "" {
		log.Fatal(pricing.Serve(addr))
	}
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "SERVE_PRICING=1")
	child.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	return addr
}
