package orders

import (
	"sync"
	"time"
)

type Book struct {
	mutex    *sync.Mutex
	reserved map[string]int
	charge   func(order string, lines int) error
}

func NewBook(charge func(string, int) error) *Book {
	return &Book{mutex: new(sync.Mutex), reserved: map[string]int{}, charge: charge}
}

func (b *Book) Reserved(sku string) int {
	defer b.enter()()
	return b.reserved[sku]
}

// Place reserves and charges.
func (b *Book) Place(order, sku string, n int) error {
	defer b.enter()()
	time.Sleep(150 * time.Millisecond)
	if err := b.charge(order, n); err != nil {
		return err
	}
	b.reserved[sku] += n
	return nil
}

func (b *Book) enter() func() {
	b.mutex.Lock()
	return b.mutex.Unlock
}
