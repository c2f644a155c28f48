// Package store has three tables in memory, each with its lock.
package store

import (
	"sync"
	"time"
)

type Orders struct {
	mu    sync.Mutex
	state map[int]string
	stock *Stock
}

type Stock struct {
	mu       sync.Mutex
	left     map[string]int
	invoices *Invoices
}

type Invoices struct {
	mu     sync.Mutex
	open   map[int]int
	orders *Orders
}

func New() (*Orders, *Stock, *Invoices) {
	o, s, i := &Orders{state: map[int]string{}}, &Stock{left: map[string]int{}}, &Invoices{open: map[int]int{}}
	o.stock, s.invoices, i.orders = s, i, o
	return o, s, i
}

func disk() { time.Sleep(40 * time.Millisecond) }

// Ship changes an order, then the stock.
func (o *Orders) Ship(id int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.state[id] = "shipped"
	disk()
	o.stock.take("A1")
}

func (s *Stock) take(sku string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.left[sku]--
}

// Refund takes goods back, then credits the invoice.
func (s *Stock) Refund(sku string, id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.left[sku]++
	disk()
	s.invoices.credit(id)
}

func (i *Invoices) credit(id int) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.open[id]--
}

// Close closes an invoice, then its order. BUG: orders, stock, invoices, orders is a cycle.
func (i *Invoices) Close(id int) {
	i.mu.Lock()
	defer i.mu.Unlock()
	delete(i.open, id)
	disk()
	i.orders.finish(id)
}

func (o *Orders) finish(id int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.state[id] = "finished"
}
