// Package stock keeps what lies in each depot.
package stock

import (
	"fmt"
	"sync"
	"time"
)

type Depot struct {
	Name  string
	guard sync.Mutex
	items map[string]int
}

type Network struct {
	depots []*Depot
}

func NewNetwork(n int) *Network {
	net := &Network{}
	for i := 0; i < n; i++ {
		net.depots = append(net.depots, &Depot{Name: fmt.Sprintf("D%02d", i), items: map[string]int{"pallet": 100}})
	}
	return net
}

func (n *Network) At(i int) *Depot { return n.depots[i%len(n.depots)] }

// ShipTo moves items; both depots stay locked, so that a count never misses what is on the way.
func (d *Depot) ShipTo(next *Depot, item string, count int) error {
	d.guard.Lock()
	defer d.guard.Unlock()
	if d.items[item] < count {
		return fmt.Errorf("%s: only %d of %s", d.Name, d.items[item], item)
	}
	d.items[item] -= count
	time.Sleep(300 * time.Millisecond) // prints the label
	return next.receive(item, count)
}

func (d *Depot) receive(item string, count int) error {
	d.guard.Lock()
	defer d.guard.Unlock()
	d.items[item] += count
	return nil
}

func (d *Depot) Level(item string) int {
	d.guard.Lock()
	defer d.guard.Unlock()
	return d.items[item]
}
