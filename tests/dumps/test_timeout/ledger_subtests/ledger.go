// Package ledger books payments.
package ledger

import "sync"

// Ledger is safe for concurrent use.
type Ledger struct {
	mu      sync.Mutex
	entries []int
}

// Add books one payment.
func (l *Ledger) Add(cents int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries = append(l.entries, cents)
	if len(l.entries) > 3 {
		l.compact()
	}
}

func (l *Ledger) compact() {
	total := l.Sum() // BUG: Sum locks
	l.entries = append(l.entries[:0], total)
}

// Sum is the total.
func (l *Ledger) Sum() (sum int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, e := range l.entries {
		sum += e
	}
	return sum
}
