package cups

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"time"
)

// Submit hands a label to the printer; it takes three seconds at most.
func Submit(ctx context.Context, printer string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, "sh", "-c", "sleep 200 & echo request id is "+printer)
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("lp: %w", err)
	}
	return out.String(), nil
}
