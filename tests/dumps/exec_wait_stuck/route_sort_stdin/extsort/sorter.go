// Package extsort sorts lines by a program of the system, which knows how to use the disk.
package extsort

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"strings"
)

// small inputs are sorted in one go, larger ones are streamed.
const small = 4

type Sorter struct {
	name string
	args []string
}

func New(name string, args ...string) *Sorter { return &Sorter{name: name, args: args} }

// Lines returns the lines in order.
func (s *Sorter) Lines(ctx context.Context, lines []string) ([]string, error) {
	cmd := exec.Command(s.name, s.args...)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if len(lines) <= small {
		cmd.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("%s: %w: %s", s.name, err, complaint.String())
		}
		return strings.Fields(out.String()), nil
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	if err := feed(ctx, in, lines); err != nil {
		in.Close()
		cmd.Wait()
		return nil, err
	}
	if err := cmd.Wait(); err != nil {
		return nil, fmt.Errorf("%s: %w: %s", s.name, err, complaint.String())
	}
	return strings.Fields(out.String()), nil
}

func feed(ctx context.Context, in io.Writer, lines []string) error {
	w := bufio.NewWriter(in)
	for _, line := range lines {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		fmt.Fprintln(w, line)
	}
	return w.Flush()
}
