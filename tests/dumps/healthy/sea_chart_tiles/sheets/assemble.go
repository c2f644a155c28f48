package sheets

import (
	"log"
	"sync"

	"soundings.example/seachart/tiles"
)

func (d *Desk) assemble(all []tiles.Tile) {
	var group sync.WaitGroup
	group.Add(len(all))
	for _, tile := range all {
		go func(t tiles.Tile) {
			defer group.Done()
			if err := tiles.Fetch(d.Base, t); err != nil {
				log.Printf("sheet %d: %v", t.Sheet, err)
			}
		}(tile)
	}
	group.Wait()
}
