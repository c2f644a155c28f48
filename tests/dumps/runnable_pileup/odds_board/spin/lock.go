// Package spin has a lock for critical sections of a few instructions.
package spin

import (
	"runtime"
	"sync/atomic"
)

type Lock struct{ held atomic.Bool }

func (l *Lock) Acquire() {
	for !l.held.CompareAndSwap(false, true) {
		runtime.Gosched()
	}
}

func (l *Lock) Release() { l.held.Store(false) }
