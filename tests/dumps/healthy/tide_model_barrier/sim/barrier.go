package sim

import "sync"

// barrier lets nobody go on before all have come.
type barrier struct {
	sync.Mutex
	all    *sync.Cond
	parts  int
	inside int
	round  int
}

func newBarrier(parts int) *barrier {
	b := &barrier{parts: parts}
	b.all = sync.NewCond(b)
	return b
}

func (b *barrier) await() (last bool) {
	b.Lock()
	defer b.Unlock()
	round := b.round
	b.inside++
	if b.inside == b.parts {
		b.inside, b.round = 0, b.round+1
		b.all.Broadcast()
		return true
	}
	for round == b.round {
		b.all.Wait()
	}
	return false
}
