package runtime

import (
	"context"
	"log"
	"sync"
)

// Component is a part of the process that runs until its context ends.
type Component interface {
	Name() string
	Run(ctx context.Context) error
}

// Group runs components; the first that fails takes the others down.
type Group struct {
	cancel  context.CancelFunc
	ctx     context.Context
	running sync.WaitGroup
	stopped sync.Once
	OnStop  func()
}

func NewGroup(parent context.Context) *Group {
	g := &Group{}
	g.ctx, g.cancel = context.WithCancel(parent)
	return g
}

func (g *Group) Add(c Component) {
	g.running.Add(1)
	go g.supervise(c)
}

func (g *Group) supervise(c Component) {
	defer g.running.Done()
	if err := c.Run(g.ctx); err != nil && g.ctx.Err() == nil {
		log.Printf("%s failed: %v", c.Name(), err)
		g.Stop()
	}
}

// Stop ends all components and returns when they are gone.
func (g *Group) Stop() {
	g.stopped.Do(func() {
		g.cancel()
		g.running.Wait()
		if g.OnStop != nil {
			g.OnStop()
		}
	})
}
