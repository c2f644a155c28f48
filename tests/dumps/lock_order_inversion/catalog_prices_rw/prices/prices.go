package prices

import (
	"sync"
	"time"
)

type Namer interface{ Name(sku string) string }

type Book struct {
	namer Namer
	lock  sync.Mutex
	cents map[string]int
	audit []string
}

func New(n Namer) *Book { return &Book{namer: n, cents: map[string]int{}} }

func (b *Book) PriceOf(sku string) int {
	b.lock.Lock()
	defer b.lock.Unlock()
	return b.cents[sku]
}

func (b *Book) Change(sku string, cents int) {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.cents[sku] = cents
	time.Sleep(20 * time.Millisecond)
	b.audit = append(b.audit, b.namer.Name(sku))
}
