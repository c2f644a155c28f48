package cabin

import (
	"context"
	"sync"
	"time"
)

type line struct {
	sync.WaitGroup
	errs chan error
}

// Run sends n cabins up and waits until all are back.
func Run(ctx context.Context, n int) error {
	l := &line{errs: make(chan error, n)}
	for i := 0; i < n; i++ {
		l.Add(1)
		go l.trip(ctx, time.Duration(i)*40*time.Millisecond)
	}
	l.Wait()
	select {
	case err := <-l.errs:
		return err
	default:
		return nil
	}
}

func (l *line) trip(ctx context.Context, d time.Duration) {
	defer l.Done()
	select {
	case <-time.After(d):
	case <-ctx.Done():
		l.fail(ctx.Err())
	}
}

func (l *line) fail(err error) {
	l.errs <- err
	l.Done()
}
