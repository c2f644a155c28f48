// Package valve waters fields by a plan, one loop for each valve that was built in.
package valve

import (
	"context"
	"sync"
	"time"
)

type Plan struct {
	Valve string
	Every time.Duration
}

type Controller struct {
	wg   sync.WaitGroup
	mu   sync.Mutex
	runs map[string]int
}

func (c *Controller) Start(ctx context.Context, plans []Plan) {
	c.runs = map[string]int{}
	for _, p := range plans {
		c.wg.Add(1)
		go c.water(ctx, p)
	}
}

func (c *Controller) water(ctx context.Context, p Plan) {
	defer c.wg.Done()
	ticker := time.NewTicker(p.Every)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			c.mu.Lock()
			c.runs[p.Valve]++
			c.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}

func (c *Controller) Runs(valve string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.runs[valve]
}

func (c *Controller) Wait() { c.wg.Wait() }
