package timer

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestSoft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := New()
		e.Start(4 * time.Minute)
		e.Wait()
	})
}

func TestStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := New()
		e.Start(7 * time.Minute)
		time.Sleep(time.Minute)
		e.Stop()
		e.Wait()
	})
}
