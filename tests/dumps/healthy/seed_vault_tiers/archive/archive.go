// Package archive reads the cards of the vault.
package archive

import "time"

type Seed struct {
	Genus  string
	Grains int
}

type Cards struct{ drawer int }

// Get looks for the card of a seed.
func (c *Cards) Get(key string) Seed {
	time.Sleep(25 * time.Millisecond)
	c.drawer++
	return Seed{key, 500}
}
