// Package station runs the reader of each seismometer, a program of the vendor.
package station

import (
	"bufio"
	"bytes"
	"context"
	"log"
	"os/exec"
	"sync"
	"time"
)

type Set struct {
	mu   sync.Mutex
	last map[string]string
	wg   sync.WaitGroup
}

func (s *Set) Watch(ctx context.Context, name, command string, args ...string) {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		for ctx.Err() == nil {
			if err := s.session(ctx, name, command, args); err != nil {
				log.Printf("%s: %v", name, err)
			}
			select {
			case <-ctx.Done():
			case <-time.After(5 * time.Second):
			}
		}
	}()
}

func (s *Set) session(ctx context.Context, name, command string, args []string) error {
	var complaints bytes.Buffer
	cmd := exec.CommandContext(ctx, command, args...)
	cmd.Stderr = &complaints
	lines, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	in := bufio.NewScanner(lines)
	for in.Scan() {
		s.note(name, in.Text())
	}
	return cmd.Wait()
}

func (s *Set) note(name, line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.last == nil {
		s.last = map[string]string{}
	}
	s.last[name] = line
}

func (s *Set) Last() map[string]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make(map[string]string, len(s.last))
	for k, v := range s.last {
		out[k] = v
	}
	return out
}

func (s *Set) Join() { s.wg.Wait() }
