package loft

import (
	"sync/atomic"
	"time"
)

// Keeper lets a bird fly for each letter, and not faster than they can land.
type Keeper struct {
	in    <-chan Letter
	pace  time.Duration
	flown int64
}

func Employ(b *Basket, pace time.Duration) *Keeper {
	k := &Keeper{in: b.letters, pace: pace}
	go k.work()
	return k
}

func (k *Keeper) work() {
	for range k.in {
		atomic.AddInt64(&k.flown, 1)
		time.Sleep(k.pace)
	}
}

func (k *Keeper) Flown() int { return int(atomic.LoadInt64(&k.flown)) }
