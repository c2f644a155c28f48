// Package wallet moves vouchers from one customer to another.
package wallet

import (
	"sync"
	"time"
)

// Account is one customer's vouchers.
type Account struct {
	ID    string
	mu    sync.Mutex
	cents int
}

// Book knows all accounts.
type Book struct {
	mu       sync.Mutex
	accounts map[string]*Account
}

func NewBook(ids ...string) *Book {
	b := &Book{accounts: map[string]*Account{}}
	for _, id := range ids {
		b.accounts[id] = &Account{ID: id, cents: 10000}
	}
	return b
}

// Account returns the account of a customer.
func (b *Book) Account(id string) *Account {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.accounts[id]
}

// Transfer moves cents to another account.
func (a *Account) Transfer(to *Account, cents int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.cents < cents {
		return false
	}
	a.cents -= cents
	time.Sleep(30 * time.Millisecond) // the journal is written
	to.deposit(cents)                 // BUG: two opposite transfers wait for each other
	return true
}

func (a *Account) deposit(cents int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.cents += cents
}

// Balance is what the account has.
func (a *Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.cents
}
