package lease

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

type failing struct{ after int }

func (f *failing) Renew(context.Context) error {
	if f.after--; f.after < 0 {
		return errors.New("no quorum")
	}
	return nil
}

func TestKeepsRenewing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := Keep(&failing{after: 100}, time.Second)
		time.Sleep(30 * time.Second)
		l.Release()
	})
}

func TestReleaseAfterLoss(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := Keep(&failing{after: 3}, time.Second)
		time.Sleep(10 * time.Second)
		l.Release()
	})
}
