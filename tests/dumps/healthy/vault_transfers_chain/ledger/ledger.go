package ledger

import "sync"

type sealer interface{ Seal(entry string) error }

type Ledger struct {
	mu     sync.Mutex
	lines  []string
	notary sealer
}

func New(n sealer) *Ledger { return &Ledger{notary: n} }

func (l *Ledger) Post(what string, cents int) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines[:len(l.lines)%100], what)
	return l.notary.Seal(what)
}
