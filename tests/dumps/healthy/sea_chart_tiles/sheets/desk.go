// Package sheets takes the orders of the printers.
package sheets

import (
	"context"

	"soundings.example/seachart/tiles"
)

// Desk takes orders and fetches in the background.
type Desk struct{ Base context.Context }

// Order begins with a sheet.
func (d *Desk) Order(n int) {
	var all []tiles.Tile
	columns := tiles.Columns(n)
	for column := 0; column < columns; column++ {
		all = append(all, tiles.Tile{Sheet: n, Column: column})
	}
	go d.assemble(all)
}
