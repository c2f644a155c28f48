package pool

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
)

// Pool runs a function over items in some goroutines.
type Pool[T any] struct {
	Name string
	Size int
	Func func(context.Context, T) error
}

func (p *Pool[T]) Run(ctx context.Context, items <-chan T) {
	var wg sync.WaitGroup
	for i := 0; i < p.Size; i++ {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			log := slog.With("pool", p.Name, "worker", id)
			for it := range items {
				p.one(ctx, log, it)
			}
		}(i)
	}
	wg.Wait()
}

func (p *Pool[T]) one(ctx context.Context, log *slog.Logger, it T) {
	defer func() {
		if v := recover(); v != nil {
			log.Error("worker crashed", "item", fmt.Sprint(it), "reason", v)
			panic(fmt.Errorf("pool %s: %v", p.Name, v))
		}
	}()
	if err := p.Func(ctx, it); err != nil {
		log.Warn("skipped", "item", fmt.Sprint(it), "err", err)
	}
}
