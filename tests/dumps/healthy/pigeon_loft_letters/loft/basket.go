// Package loft sends letters, one bird after the other.
package loft

import "time"

// Letter is small.
type Letter struct {
	To string
	At time.Time
}

// Basket takes letters for the keeper; it has no room, so whoever brings one waits for the next bird.
type Basket struct{ letters chan Letter }

func NewBasket() *Basket { return &Basket{make(chan Letter)} }

func (b *Basket) Put(l Letter) { b.letters <- l }
