package retry

import (
	"context"
	"errors"
	"math/rand"
	"time"
)

type Policy struct {
	Base, Cap time.Duration
	Attempts  int
}

type permanent struct{ error }

func Permanent(err error) error { return permanent{err} }

func (p Policy) Do(ctx context.Context, op func(context.Context) error) error {
	var err error
	for n := 0; n < p.Attempts; n++ {
		if err = op(ctx); err == nil {
			return nil
		}
		var stop permanent
		if errors.As(err, &stop) {
			return stop.error
		}
		if err := pause(ctx, p.delay(n)); err != nil {
			return err
		}
	}
	return err
}

func (p Policy) delay(n int) time.Duration {
	d := p.Base << n
	if d > p.Cap || d <= 0 {
		d = p.Cap
	}
	return d/2 + time.Duration(rand.Int63n(int64(d/2)))
}

func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
