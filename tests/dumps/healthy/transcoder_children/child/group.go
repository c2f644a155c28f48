// Package child keeps other programs alive.
package child

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"os/exec"
	"sync"
	"syscall"
	"time"
)

type Group struct {
	wg    sync.WaitGroup
	mu    sync.Mutex
	lines map[string]int
}

func NewGroup() *Group { return &Group{lines: map[string]int{}} }

// Keep starts the program again whenever it ends, until ctx is cancelled.
func (g *Group) Keep(ctx context.Context, name string, argv ...string) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		for ctx.Err() == nil {
			if err := g.once(ctx, name, argv); err != nil {
				log.Printf("%s: %v", name, err)
			}
			select {
			case <-time.After(time.Second):
			case <-ctx.Done():
			}
		}
	}()
}

func (g *Group) once(ctx context.Context, name string, argv []string) error {
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	r, w := io.Pipe()
	cmd.Stdout, cmd.Stderr = w, w
	go g.count(name, r)
	defer w.Close()
	return cmd.Run()
}

func (g *Group) count(name string, r io.Reader) {
	for s := bufio.NewScanner(r); s.Scan(); {
		g.mu.Lock()
		g.lines[name]++
		g.mu.Unlock()
	}
}

func (g *Group) Wait() { g.wg.Wait() }

func (g *Group) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	g.mu.Lock()
	defer g.mu.Unlock()
	fmt.Fprintln(w, g.lines)
}
