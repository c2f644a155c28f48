// Package run starts the tools of the print shop and keeps what they say.
package run

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"sync"
)

// Result is what a tool said.
type Result struct {
	Tool   string
	Out    bytes.Buffer
	Errors bytes.Buffer
}

// Tool is a command of the shop.
type Tool struct {
	Name string
	Args []string
}

// Execute runs the tool with the sheet as last argument, and reads both outputs to their end.
func (t *Tool) Execute(sheet string) (*Result, error) {
	cmd := exec.Command(t.Name, append(t.Args[:len(t.Args):len(t.Args)], sheet)...)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	stderr, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("%s: %w", t.Name, err)
	}
	r := &Result{Tool: strings.Join(append([]string{t.Name}, t.Args...), " ")}
	var readers sync.WaitGroup
	readers.Add(2)
	go func() {
		defer readers.Done()
		r.Out.ReadFrom(stdout)
	}()
	go func() {
		defer readers.Done()
		r.Errors.ReadFrom(stderr)
	}()
	readers.Wait()
	return r, cmd.Wait()
}
