// Package ledger books amounts and adds them up.
package ledger

import (
	"sort"
	"strconv"
	"sync"
)

type entry struct {
	account string
	cents   int
}

// Ledger is safe for concurrent use.
type Ledger struct {
	mu      sync.Mutex
	entries []entry
}

func New(size int) *Ledger {
	l := &Ledger{}
	for i := 0; i < size; i++ {
		l.entries = append(l.entries, entry{"acc-" + strconv.Itoa(i*7919%size), i})
	}
	return l
}

// Book adds an amount.
func (l *Ledger) Book(account string, cents int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries = append(l.entries, entry{account, cents})
}

// Report sorts and compares all entries.
func (l *Ledger) Report(month string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.compare(month) // BUG: seconds of computing, and nobody can book meanwhile
}

func (l *Ledger) compare(month string) int {
	found := 0
	for round := 0; round < 40; round++ {
		sorted := append([]entry(nil), l.entries...)
		sort.Slice(sorted, func(i, j int) bool { return sorted[i].account < sorted[j].account })
		for i := range sorted {
			for j := i + 1; j < len(sorted) && j < i+400; j++ {
				if sorted[i].account+month == sorted[j].account {
					found++
				}
			}
		}
	}
	return found
}
