package account

import "sync"

type poster interface {
	Post(what string, cents int) error
}

type Book struct {
	mu      sync.Mutex
	balance map[string]int
	ledger  poster
}

func NewBook(l poster) *Book { return &Book{balance: map[string]int{}, ledger: l} }

// Transfer locks the book, then the ledger, then the notary: always in this order.
func (b *Book) Transfer(from string, cents int) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.ledger.Post(from, -cents); err != nil {
		return err
	}
	b.balance[from] -= cents
	return nil
}
