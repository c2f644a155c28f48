package main

import (
	"log"
	"os"
	"os/exec"
	"syscall"
)

// startDisplays runs the displays beside this service, as a second process of the same binary.
func startDisplays() {
	displays := exec.Command(os.Args[0])
	displays.Env = append(os.Environ(), "SHOW_PRICES=1")
	displays.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := displays.Start(); err != nil {
		log.Fatal(err)
	}
}
