package toll

import "sync"

type Passage struct {
	Plate string
	N     int
}

type Plaza struct {
	Out chan Passage

	sync.Mutex
	count int
}

func NewPlaza(buffer int) *Plaza { return &Plaza{Out: make(chan Passage, buffer)} }

func (p *Plaza) Pass(plate string) {
	p.Lock()
	defer p.Unlock()
	p.count++
	p.Out <- Passage{plate, p.count}
}

func (p *Plaza) Count() int {
	p.Lock()
	defer p.Unlock()
	return p.count
}
