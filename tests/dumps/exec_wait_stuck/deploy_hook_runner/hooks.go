package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

type Hook struct {
	Name    string
	Command string
	Timeout time.Duration
}

type Result struct {
	Hook   string
	Output string
	Took   time.Duration
}

func (h Hook) Fire(parent context.Context) (Result, error) {
	ctx, cancel := context.WithTimeout(parent, h.Timeout)
	defer cancel()
	begun := time.Now()
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", h.Command)
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		return Result{}, fmt.Errorf("hook %q: %w\n%s", h.Name, err, out.Bytes())
	}
	return Result{h.Name, out.String(), time.Since(begun)}, nil
}
