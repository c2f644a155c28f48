package orders

import (
	"context"
	"os"
	"runtime"
	"runtime/pprof"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// TestMain checks after all tests, which prints to stderr instead of into a test's log.
func TestMain(m *testing.M) {
	if os.Getenv("VERIFY_MAIN") == "" {
		os.Exit(m.Run())
	}
	goleak.VerifyTestMain(m)
}

func TestMany(t *testing.T) {
	if os.Getenv("VERIFY_MAIN") == "" {
		defer goleak.VerifyNone(t)
	}
	pprof.Do(context.Background(), pprof.Labels("tenant", "north", "order-id", "A 17"), func(context.Context) {
		NewWatcher().Add("A17")
		NewWatcher().Add("A18")
	})
	var ledger Ledger
	never := make(chan struct{})
	go ledger.Refund(func() { <-never })
	time.Sleep(10 * time.Millisecond)
	go ledger.Balance()
	go ledger.Balance()
	go func() { // a goroutine without a frame of its own package on top
		for {
			time.Sleep(time.Hour)
		}
	}()
	if _, err := Price(func() int { time.Sleep(20 * time.Millisecond); return 7 }, time.Millisecond); err != ErrTimeout {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond)
	if age, err := time.ParseDuration(os.Getenv("AGE")); err == nil {
		// The runtime stamps a wait at the second collection that sees it.
		runtime.GC()
		runtime.GC()
		time.Sleep(age)
		runtime.GC()
	}
}
