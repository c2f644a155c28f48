// Package audit writes what was done to the collector beside the process.
package audit

import (
	"log"
	"os"
	"os/exec"
)

type Trail struct {
	*log.Logger
	collector *exec.Cmd
}

// Start runs the collector and logs into its standard input.
func Start(path string, args ...string) (*Trail, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(path, args...)
	cmd.Stdin = r
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go cmd.Wait()
	return &Trail{log.New(w, "kiln ", log.LstdFlags|log.Lmicroseconds), cmd}, nil
}
