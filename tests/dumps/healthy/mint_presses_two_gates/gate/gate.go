// Package gate bounds how many do something at once.
package gate

type Gate chan struct{}

func Of(n int) Gate { return make(Gate, n) }

func (g Gate) Enter() { g <- struct{}{} }
func (g Gate) Leave() { <-g }

// With runs f inside of the gate.
func (g Gate) With(f func() error) error {
	g.Enter()
	defer g.Leave()
	return f()
}
