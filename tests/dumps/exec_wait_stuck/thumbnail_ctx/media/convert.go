package media

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

// Converter makes thumbnails by a script.
type Converter struct {
	Shell string
	Limit time.Duration
}

// Thumbnail runs the script. The limit kills the shell, not the helper that the shell left in the background.
func (c *Converter) Thumbnail(ctx context.Context, id string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, c.Limit)
	defer cancel()
	var out, diag bytes.Buffer
	cmd := exec.CommandContext(ctx, c.Shell, "-c", "sleep 420 & echo thumb-$0; wait", id)
	cmd.Stdout = &out
	cmd.Stderr = &diag
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w: %s", id, err, diag.String())
	}
	return out.Bytes(), nil
}
