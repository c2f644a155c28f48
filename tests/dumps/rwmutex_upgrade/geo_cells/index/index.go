package index

import "sync"

type Cell struct {
	ID     string
	Points []Point
}

type Point struct{ Lat, Lon float64 }

type Index struct {
	*sync.RWMutex
	cells map[string]*Cell
}

func New() Index { return Index{new(sync.RWMutex), map[string]*Cell{}} }

func (ix Index) cell(id string) *Cell {
	if c, ok := ix.cells[id]; ok {
		return c
	}
	ix.Lock()
	defer ix.Unlock()
	c := &Cell{ID: id}
	ix.cells[id] = c
	return c
}

func (ix Index) Near(id string) []Point {
	ix.RLock()
	defer ix.RUnlock()
	return ix.cell(id).Points
}

func (ix Index) Insert(id string, p Point) {
	c := ix.cell(id)
	ix.Lock()
	c.Points = append(c.Points, p)
	ix.Unlock()
}
