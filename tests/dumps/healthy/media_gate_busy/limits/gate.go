package limits

// Gate bounds how many of something go on at once.
type Gate struct {
	Name  string
	slots chan struct{}
}

func NewGate(name string, width int) *Gate {
	return &Gate{Name: name, slots: make(chan struct{}, width)}
}

func (g *Gate) Enter() { g.slots <- struct{}{} }

func (g *Gate) Leave() { <-g.slots }

func (g *Gate) InUse() int { return len(g.slots) }
