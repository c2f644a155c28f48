// Package pipe keeps one external process per camera and reads what it prints.
package pipe

import (
	"bufio"
	"context"
	"log"
	"os/exec"
	"strings"
	"sync/atomic"
	"time"
)

type Camera struct {
	Name   string
	frames atomic.Int64
	errs   strings.Builder
}

func (c *Camera) once(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "sh", "-c", `while :; do echo "frame $0"; sleep 100; done`, c.Name)
	cmd.Stderr = &c.errs
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	for sc := bufio.NewScanner(out); sc.Scan(); {
		c.frames.Add(1)
	}
	return cmd.Wait()
}

// Run starts the process again whenever it ends.
func (c *Camera) Run(ctx context.Context) {
	for ctx.Err() == nil {
		log.Printf("%s: %v", c.Name, c.once(ctx))
		time.Sleep(time.Second)
	}
}

// Supervise keeps a recorder alive that prints nothing.
func Supervise(ctx context.Context, argv ...string) {
	for ctx.Err() == nil {
		out, err := exec.CommandContext(ctx, argv[0], argv[1:]...).CombinedOutput()
		log.Printf("%s ended: %v: %s", argv[0], err, out)
		time.Sleep(time.Second)
	}
}
