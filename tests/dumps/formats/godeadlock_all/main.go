// Ledgers goes on after go-deadlock's reports, with all goroutines printed in one of them.
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/sasha-s/go-deadlock"
)

type ledger struct {
	mu      deadlock.RWMutex
	entries map[string]int
}

func (l *ledger) post(other *ledger, amount int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	other.mu.Lock()
	defer other.mu.Unlock()
	l.entries["out"] -= amount
	other.entries["in"] += amount
}

func (l *ledger) sum() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.count()
}

func (l *ledger) count() int {
	l.mu.RLock() // BUG: taken a second time
	defer l.mu.RUnlock()
	return len(l.entries)
}

func main() {
	deadlock.Opts.OnPotentialDeadlock = func() { fmt.Fprintln(os.Stderr, "ledgers: going on") }
	deadlock.Opts.DeadlockTimeout = 700 * time.Millisecond
	deadlock.Opts.PrintAllCurrentGoroutines = os.Getenv("ALL") != ""
	a := &ledger{entries: map[string]int{}}
	b := &ledger{entries: map[string]int{}}
	a.post(b, 3)
	b.post(a, 4) // BUG: the other order
	a.sum()
	held := make(chan bool)
	go func() {
		b.mu.Lock()
		held <- true
		time.Sleep(1500 * time.Millisecond)
		b.mu.Unlock()
	}()
	<-held
	b.sum()
}
