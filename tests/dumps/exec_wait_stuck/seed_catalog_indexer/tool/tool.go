// Package tool runs the helpers of the catalogue.
package tool

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

type Runner struct {
	Limit time.Duration
	slots chan struct{}
}

func NewRunner(parallel int, limit time.Duration) *Runner {
	return &Runner{Limit: limit, slots: make(chan struct{}, parallel)}
}

// Run ends the helper after the limit, and returns what it printed.
func (r *Runner) Run(ctx context.Context, script string) (string, error) {
	select {
	case r.slots <- struct{}{}:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	defer func() { <-r.slots }()
	ctx, cancel := context.WithTimeout(ctx, r.Limit)
	defer cancel()
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", script)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%w: %s", err, errs.String())
	}
	return out.String(), nil
}
