// Package grid interpolates the readings of stations.
package grid

import (
	"math"
	"sync"
	"time"
)

// Station has a place and a temperature.
type Station struct {
	X, Y, Degrees float64
}

// Grid is rebuilt under its lock when stations report.
type Grid struct {
	mu       sync.RWMutex
	stations []Station
	cells    [64][64]float64
	built    time.Time
}

// At is the temperature of a place.
func (g *Grid) At(x, y int) float64 {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.cells[x&63][y&63]
}

// Age is how old the grid is.
func (g *Grid) Age() time.Duration {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return time.Since(g.built)
}

// Report adds a station's reading and rebuilds.
func (g *Grid) Report(s Station) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.stations = append(g.stations, s)
	if len(g.stations) > 200 {
		g.stations = g.stations[100:]
	}
	for x := range g.cells {
		for y := range g.cells[x] {
			g.cells[x][y] = g.interpolate(float64(x), float64(y))
		}
	}
	g.built = time.Now()
}

func (g *Grid) interpolate(x, y float64) float64 {
	sum, weight := 0.0, 0.0
	for _, s := range g.stations {
		w := 1 / (math.Hypot(s.X-x, s.Y-y) + 1)
		sum, weight = sum+w*s.Degrees, weight+w
	}
	return sum / weight
}
