package orders

import (
	"testing"
	"time"

	"go.uber.org/goleak"
)

// One leak: the list has one entry, with both brackets.
func TestPrice(t *testing.T) {
	defer goleak.VerifyNone(t)
	slow := func() int { time.Sleep(50 * time.Millisecond); return 7 }
	if _, err := Price(slow, 5*time.Millisecond); err != ErrTimeout {
		t.Fatal(err)
	}
	time.Sleep(80 * time.Millisecond)
}
