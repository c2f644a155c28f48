// Package sheets takes the orders of the printers.
package sheets

import (
	"context"

	"contours.example/reliefmap/tiles"
)

// Desk takes orders and fetches in the background.
type Desk struct{ Base context.Context }

// Order begins with a sheet; small ones have one tile, large ones four.
func (d *Desk) Order(n int) {
	var all []tiles.Tile
	for column := 0; column <= n%4; column++ {
		all = append(all, tiles.Tile{Sheet: n, Column: column})
	}
	go d.assemble(all)
}
