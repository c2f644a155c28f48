package runner

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

// Hook is a script of a repository.
type Hook struct {
	Name  string
	Shell string
	Limit time.Duration
}

// Result is what a hook printed.
type Result struct {
	Log []byte
	OK  bool
}

func (h Hook) Run(ctx context.Context, env ...string) (*Result, error) {
	ctx, cancel := context.WithTimeout(ctx, h.Limit)
	defer cancel()
	var log bytes.Buffer
	cmd := exec.CommandContext(ctx, "sh", "-c", h.Shell)
	cmd.Env = env
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Run(); err != nil {
		return &Result{Log: log.Bytes()}, fmt.Errorf("hook %s: %w", h.Name, err)
	}
	return &Result{Log: log.Bytes(), OK: true}, nil
}
