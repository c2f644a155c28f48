// Package lease keeps a lease alive until it is released.
package lease

import (
	"context"
	"errors"
	"sync"
	"time"
)

var ErrLost = errors.New("lease: lost")

type Renewer interface {
	Renew(ctx context.Context) error
}

type Lease struct {
	r    Renewer
	stop context.CancelFunc
	wg   sync.WaitGroup
	lost chan error
}

func Keep(r Renewer, every time.Duration) *Lease {
	ctx, stop := context.WithCancel(context.Background())
	l := &Lease{r: r, stop: stop, lost: make(chan error)}
	l.wg.Add(1)
	go l.loop(ctx, every)
	return l
}

func (l *Lease) loop(ctx context.Context, every time.Duration) {
	defer l.wg.Done()
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			if err := l.r.Renew(ctx); err != nil {
				l.lost <- errors.Join(ErrLost, err)
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

// Lost tells when the lease is gone.
func (l *Lease) Lost() <-chan error { return l.lost }

// Release gives the lease up.
func (l *Lease) Release() {
	l.stop()
	l.wg.Wait()
}
