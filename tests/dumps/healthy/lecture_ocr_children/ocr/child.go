// Package ocr keeps one child process for each language.
package ocr

import (
	"bufio"
	"context"
	"log"
	"os/exec"
	"sync"
)

type Child struct {
	Lang  string
	cmd   *exec.Cmd
	mu    sync.Mutex
	pages int
}

type Pool struct {
	mu       sync.Mutex
	children map[string]*Child
	wg       sync.WaitGroup
}

func NewPool() *Pool { return &Pool{children: map[string]*Child{}} }

func (p *Pool) Start(ctx context.Context, lang string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.children[lang]; ok {
		return nil
	}
	c := &Child{Lang: lang, cmd: exec.CommandContext(ctx, "sh", "-c", "while :; do echo page; sleep 1; done")}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.cmd.Start(); err != nil {
		return err
	}
	p.children[lang] = c
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			c.mu.Lock()
			c.pages++
			c.mu.Unlock()
		}
		log.Printf("%s ended: %v", lang, c.cmd.Wait())
	}()
	return nil
}

// Wait is called by main when the service is asked to stop.
func (p *Pool) Wait() { p.wg.Wait() }
