package tool

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

type Tool struct {
	shell   string
	timeout time.Duration
}

func New(shell string, timeout time.Duration) *Tool { return &Tool{shell, timeout} }

// Render draws a sheet of the map; the tool keeps a font server of its own in the background.
func (t *Tool) Render(ctx context.Context, sheet string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, t.timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, t.shell, "-c", "sleep 90 & echo drawn $0", sheet)
	var out, warnings bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &warnings
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("sheet %s: %w: %s", sheet, err, warnings.String())
	}
	return out.Bytes(), nil
}
