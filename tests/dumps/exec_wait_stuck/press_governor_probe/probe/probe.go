// Package probe asks the colour servers of presses whether they are calibrated.
package probe

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"
)

// Status is what a server answers.
type Status struct {
	Press      string
	Calibrated bool
	Took       time.Duration
}

var errMute = errors.New("the colour server did not answer")

// ColourServer is a program that speaks lines.
type ColourServer struct {
	Press  string
	Script string
}

// Probe starts the server, asks it once, and ends it.
func (s *ColourServer) Probe() (*Status, error) {
	start := time.Now()
	cmd := exec.Command("sh", "-c", s.Script)
	cmd.Stderr = io.MultiWriter(io.Discard)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("%s: %w", s.Press, err)
	}
	defer func() {
		cmd.Process.Kill()
		cmd.Wait()
	}()
	fmt.Fprintln(in, "status")
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		return nil, errMute
	}
	return &Status{Press: s.Press, Calibrated: strings.Contains(lines.Text(), "ok"), Took: time.Since(start)}, nil
}
