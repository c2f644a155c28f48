// Package cutter has the tool path of a plate computed and sends it to the machine.
package cutter

import (
	"context"
	"fmt"
	"hash/crc32"
	"os/exec"
	"sync/atomic"
	"time"
)

type Cutter struct {
	Tool  string
	Limit time.Duration

	sent int64
}

// line is the serial line of the machine: a kilobyte in twenty milliseconds.
type line struct{ sent *int64 }

func (l line) Write(p []byte) (int, error) {
	time.Sleep(time.Duration(len(p)) * 20 * time.Microsecond)
	atomic.AddInt64(l.sent, int64(len(p)))
	return len(p), nil
}

// Cut computes the path, which takes longer for some names than for others, while the machine cuts.
func (c *Cutter) Cut(ctx context.Context, name string) error {
	depth := crc32.ChecksumIEEE([]byte(name)) % 40
	return c.run(ctx, fmt.Sprintf("sleep 0.%d; head -c 9000 /dev/zero", 10+depth))
}

func (c *Cutter) run(ctx context.Context, script string) error {
	ctx, cancel := context.WithTimeout(ctx, c.Limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, c.Tool, "-c", script)
	cmd.Stdout = line{&c.sent}
	cmd.Stderr = cmd.Stdout
	return cmd.Run()
}

func (c *Cutter) Sent() int64 { return atomic.LoadInt64(&c.sent) }
