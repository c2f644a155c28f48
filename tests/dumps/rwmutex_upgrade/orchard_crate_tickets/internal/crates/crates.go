// Package crates keeps the tickets for an hour.
//
// Foreach of github.com/muesli/cache2go holds the read lock of the table while it calls the function, and Delete takes
// its write lock: who pays a picker waits for itself, and all others wait behind.
// https://github.com/muesli/cache2go/issues/43
package crates

import (
	"time"

	"github.com/muesli/cache2go"
)

type ticket struct {
	picker string
	kilos  float64
}

// Book has the tickets.
type Book struct{ tickets *cache2go.CacheTable }

// New returns an empty book.
func New() *Book { return &Book{tickets: cache2go.Cache("tickets")} }

// Bring notes a crate.
func (b *Book) Bring(picker string) {
	b.tickets.Add("crate-"+picker, time.Hour, &ticket{picker: picker, kilos: 14.5})
}

// Look tells whether a picker has a ticket.
func (b *Book) Look(picker string) error {
	_, err := b.tickets.Value("crate-" + picker)
	return err
}

// Settle strikes out the tickets of a picker who is paid.
func (b *Book) Settle(picker string) int {
	n := 0
	b.tickets.Foreach(func(key interface{}, item *cache2go.CacheItem) {
		if item.Data().(*ticket).picker == picker {
			b.tickets.Delete(key)
			n++
		}
	})
	return n
}
