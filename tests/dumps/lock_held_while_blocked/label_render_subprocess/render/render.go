// Package render makes labels with an external program that may not run twice at a time.
package render

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"sync"
)

type Engine struct {
	mu   sync.Mutex
	done int
	argv []string
}

func New(argv ...string) *Engine { return &Engine{argv: argv} }

type result struct {
	out, diag []byte
}

func (e *Engine) Render(ctx context.Context, label string) ([]byte, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	res, err := e.spawn(ctx, label)
	if err != nil {
		return nil, fmt.Errorf("render %s: %w: %s", label, err, res.diag)
	}
	e.done++
	return res.out, nil
}

// Done is how many were made.
func (e *Engine) Done() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.done
}

func (e *Engine) spawn(ctx context.Context, label string) (res result, err error) {
	cmd := exec.CommandContext(context.WithoutCancel(ctx), e.argv[0], append(e.argv[1:], label)...)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return res, err
	}
	stderr, err := cmd.StderrPipe()
	if err != nil {
		return res, err
	}
	if err = cmd.Start(); err != nil {
		return res, err
	}
	if res.out, err = io.ReadAll(stdout); err != nil {
		return res, err
	}
	if res.diag, err = io.ReadAll(stderr); err != nil {
		return res, err
	}
	return res, cmd.Wait()
}
