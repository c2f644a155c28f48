package stock

import (
	"sync"
	"time"
)

type Reserver interface{ Reserved(sku string) int }

type Keeper struct {
	lock   sync.RWMutex
	onHand map[string]int
	Orders Reserver
}

func New() *Keeper { return &Keeper{onHand: map[string]int{"A-100": 80, "B-200": 14}} }

func (k *Keeper) Balance(sku string) int {
	k.lock.RLock()
	defer k.lock.RUnlock()
	return k.onHand[sku]
}

// Recount writes what the scanner saw, less what is reserved.
func (k *Keeper) Recount(sku string, seen int) {
	k.lock.Lock()
	defer k.lock.Unlock()
	time.Sleep(150 * time.Millisecond)
	k.onHand[sku] = seen - k.Orders.Reserved(sku)
}
