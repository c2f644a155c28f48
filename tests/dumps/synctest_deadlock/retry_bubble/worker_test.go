package retry

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
)

func TestWorkerStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := NewWorker()
		tries := 0
		w.Do(func() error {
			tries++
			if tries < 3 {
				return errors.New("busy")
			}
			return nil
		})
		synctest.Wait()
		w.Stop(context.Background())
	})
}

func TestWorkerLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := NewWorker()
		w.Do(func() error { return nil })
		synctest.Wait()
	})
}
