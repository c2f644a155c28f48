// Command routes plans the tours of couriers until it is told to stop.
package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"courier.example/routes/worker"
)

type Depot struct {
	name  string
	stops []int
}

type Planner struct {
	pool   *worker.Pool
	depots []*Depot
}

func (p *Planner) plan(d *Depot) worker.Task {
	return func(ctx context.Context) error {
		select {
		case <-time.After(40 * time.Millisecond):
			return nil
		case <-ctx.Done():
			return fmt.Errorf("%s: %w", d.name, ctx.Err())
		}
	}
}

func (p *Planner) feed(d *Depot) {
	for range d.stops {
		p.pool.Run(p.plan(d))
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	p := &Planner{pool: worker.Start(ctx, 3)}
	for _, name := range []string{"north", "harbour", "airport", "west"} {
		d := &Depot{name: name, stops: make([]int, 30)}
		p.depots = append(p.depots, d)
		go p.feed(d)
	}
	time.Sleep(200 * time.Millisecond)
	log.Print("stopping")
	cancel()
	log.Print(p.pool.Shutdown())
}
