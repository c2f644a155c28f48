// Package printer sends stickers through an external filter.
package printer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
)

type Sticker struct {
	Parcel string
	Lines  []string
}

type job struct {
	cmd *exec.Cmd
	in  *io.PipeWriter
	out bytes.Buffer
}

func start(name string, args ...string) (*job, error) {
	j := &job{cmd: exec.Command(name, args...)}
	r, w := io.Pipe()
	j.in, j.cmd.Stdin, j.cmd.Stdout = w, r, &j.out
	return j, j.cmd.Start()
}

func (j *job) finish() ([]byte, error) {
	err := j.cmd.Wait()
	return j.out.Bytes(), err
}

var errEmpty = errors.New("a sticker without lines")

func write(w io.Writer, s Sticker) error {
	if _, err := fmt.Fprintf(w, "^XA %s\n", s.Parcel); err != nil {
		return err
	}
	if len(s.Lines) == 0 {
		return errEmpty
	}
	for _, line := range s.Lines {
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

// Render runs the filter over a sticker.
func Render(s Sticker) ([]byte, error) {
	j, err := start("head", "-n", "1")
	if err != nil {
		return nil, err
	}
	if err := write(j.in, s); err != nil {
		text, _ := j.finish()
		return text, err
	}
	j.in.Close()
	return j.finish()
}
