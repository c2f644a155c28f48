// Package ledger keeps what each stall has in stock.
package ledger

import (
	"crypto/sha256"
	"sort"
	"sync"
)

type Entry struct {
	Stall string
	Good  string
	Kilos int
}

type Ledger struct {
	mu      sync.Mutex
	entries []Entry
	chain   [32]byte
}

// Append books an entry; the chain of sums proves that no entry is gone.
func (l *Ledger) Append(e Entry) [32]byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries = append(l.entries, e)
	return l.seal()
}

// seal sums over the whole ledger in the order of stalls.
func (l *Ledger) seal() [32]byte {
	order := make([]int, len(l.entries))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool { return l.entries[order[a]].Stall < l.entries[order[b]].Stall })
	sum := l.chain
	for _, i := range order {
		for n := 0; n < 400; n++ {
			sum = sha256.Sum256(append(sum[:], l.entries[i].Good...))
		}
	}
	l.chain = sum
	return sum
}

// Restore books what the file of yesterday had, without a seal.
func (l *Ledger) Restore(e Entry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries = append(l.entries, e)
}

func (l *Ledger) Len() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.entries)
}
