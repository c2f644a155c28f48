package tool

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

type Tool struct {
	shell string
}

func New(shell string) *Tool { return &Tool{shell} }

// Render draws a sheet, which takes some seconds, and stops the tool and its children after a minute.
func (t *Tool) Render(ctx context.Context, sheet string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, t.shell, "-c", "exec sleep 20", sheet)
	cmd.WaitDelay = 2 * time.Second
	var out, warnings bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &warnings
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("sheet %s: %w: %s", sheet, err, warnings.String())
	}
	return out.Bytes(), nil
}
