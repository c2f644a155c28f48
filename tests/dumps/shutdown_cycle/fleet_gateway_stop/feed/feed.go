package feed

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type Positions struct {
	Vehicle int
	Breaks  <-chan struct{}
}

func (p Positions) Name() string { return fmt.Sprintf("positions-%d", p.Vehicle) }

func (p Positions) Run(ctx context.Context) error {
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-p.Breaks:
			return errors.New("link lost")
		case <-tick.C:
		}
	}
}
