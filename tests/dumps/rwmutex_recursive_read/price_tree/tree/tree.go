package tree

import (
	"sync"
	"time"
)

type Node interface {
	Price(qty int) float64
}

type Leaf struct{ Unit float64 }

func (l Leaf) Price(qty int) float64 { return l.Unit * float64(qty) }

// Book is a price list; entries may refer to other entries of the same book.
type Book struct {
	lock    sync.RWMutex
	entries map[string]Node
}

func New() *Book { return &Book{entries: map[string]Node{}} }

type ref struct {
	book *Book
	name string
	off  float64
}

func (r ref) Price(qty int) float64 { return r.book.Quote(r.name, qty) * (1 - r.off) }

func (b *Book) Discount(name string, off float64) Node { return ref{b, name, off} }

func (b *Book) Set(name string, n Node) {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.entries[name] = n
}

func (b *Book) Quote(name string, qty int) float64 {
	b.lock.RLock()
	defer b.lock.RUnlock()
	n, ok := b.entries[name]
	if !ok {
		return 0
	}
	time.Sleep(2 * time.Millisecond) // rounding service
	return n.Price(qty)
}
