// Package cutter drives the cutting machine by its command line.
package cutter

import (
	"bytes"
	"context"
	"fmt"
	"hash/crc32"
	"os/exec"
	"time"
)

type Cutter struct {
	Tool  string
	Limit time.Duration
}

// Cut returns what the machine said; some names take longer than others, and the coolant pump stops a
// moment after the machine.
func (c *Cutter) Cut(ctx context.Context, name string) (string, error) {
	depth := crc32.ChecksumIEEE([]byte(name)) % 40
	return c.run(ctx, fmt.Sprintf("sleep 0.%d; echo 'cut %s'; sleep 0.06 & exit 0", 10+depth, name))
}

func (c *Cutter) run(ctx context.Context, script string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, c.Limit)
	defer cancel()
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, c.Tool, "-c", script)
	cmd.Stdout = &out
	cmd.Stderr = &out
	if err := cmd.Run(); err != nil {
		return "", err
	}
	return out.String(), nil
}
