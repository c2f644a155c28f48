// Package grid has the weights of a forecast.
package grid

// Grid is computed when it is first needed.
type Grid struct {
	size    int
	weights []float64
}

// New knows only the size.
func New(size int) *Grid { return &Grid{size: size} }

// Weights are computed once.
func (g *Grid) Weights() []float64 {
	if g.weights == nil {
		w := make([]float64, g.size)
		for i := range w {
			w[i] = 1 / float64(i+1)
		}
		g.weights = w
	}
	return g.weights
}
