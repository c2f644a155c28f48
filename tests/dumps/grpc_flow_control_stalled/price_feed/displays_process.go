package main

import (
	"log"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// startDisplays runs the displays beside this service, as a second process of the same binary.
func startDisplays() {
	displays := exec.Command(os.Args[0])
	displays.Env = append(os.Environ(), "SHOW_PRICES=1")
	displays.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := displays.Start(); err != nil {
		log.Fatal(err)
	}
	if os.Getenv("STOP_DISPLAYS") != "" { // as a machine that is suspended
		time.AfterFunc(6*time.Second, func() { displays.Process.Signal(syscall.SIGSTOP) })
	}
}
