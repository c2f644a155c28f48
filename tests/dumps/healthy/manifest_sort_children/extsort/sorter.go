// Package extsort sorts by a program of the system, a few at a time.
package extsort

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os/exec"
	"time"
)

type Sorter struct {
	name    string
	args    []string
	timeout time.Duration
	running chan struct{}
}

func New(atOnce int, timeout time.Duration, name string, args ...string) *Sorter {
	return &Sorter{name: name, args: args, timeout: timeout, running: make(chan struct{}, atOnce)}
}

// Lines returns the lines in order.
func (s *Sorter) Lines(ctx context.Context, lines []string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	select {
	case s.running <- struct{}{}:
		defer func() { <-s.running }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	cmd := exec.CommandContext(ctx, s.name, s.args...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go feed(in, lines)
	sorted, err := collect(out)
	if waitErr := cmd.Wait(); err == nil {
		err = waitErr
	}
	return sorted, err
}

func feed(in io.WriteCloser, lines []string) {
	defer in.Close()
	w := bufio.NewWriter(in)
	for _, line := range lines {
		fmt.Fprintln(w, line)
	}
	w.Flush()
}

func collect(out io.Reader) ([]string, error) {
	var lines []string
	scanner := bufio.NewScanner(out)
	for scanner.Scan() {
		lines = append(lines, scanner.Text())
	}
	return lines, scanner.Err()
}
