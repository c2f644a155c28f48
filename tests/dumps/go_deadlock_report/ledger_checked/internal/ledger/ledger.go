// Package ledger keeps accounts.
package ledger

import (
	"fmt"
	"time"

	"github.com/sasha-s/go-deadlock"
)

type account struct {
	mu    deadlock.Mutex
	name  string
	cents int
}

type Ledger struct{ accounts map[string]*account }

func New(names ...string) *Ledger {
	l := &Ledger{accounts: map[string]*account{}}
	for _, name := range names {
		l.accounts[name] = &account{name: name, cents: 100}
	}
	return l
}

// Transfer moves money.
func (l *Ledger) Transfer(from, to string, cents int) {
	a, b := l.accounts[from], l.accounts[to]
	a.mu.Lock()
	defer a.mu.Unlock()
	time.Sleep(time.Millisecond)
	b.mu.Lock() // BUG: the order of the two locks depends on the direction
	defer b.mu.Unlock()
	a.cents, b.cents = a.cents-cents, b.cents+cents
}

func (a *account) balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.cents
}

// Statement prints an account.
func (l *Ledger) Statement(name string) {
	a := l.accounts[name]
	a.mu.Lock()
	defer a.mu.Unlock()
	fmt.Println(a.name, a.balance()) // BUG: balance locks as well
}

// Export writes an account to a slow disk.
func (l *Ledger) Export(name string) {
	a := l.accounts[name]
	a.mu.Lock()
	defer a.mu.Unlock()
	time.Sleep(10 * time.Second) // BUG: the lock is held meanwhile
}
