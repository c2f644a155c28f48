package mill

import (
	"context"
	"sync"

	"weaving.example/mill/internal/loom"
)

type Floor struct {
	mtx    sync.RWMutex
	looms  []*loom.Loom
	broken map[int]string
}

func Open(n int) *Floor {
	f := &Floor{broken: make(map[int]string)}
	for i := 0; i < n; i++ {
		f.looms = append(f.looms, loom.Spawn(context.Background(), i, f))
	}
	return f
}

// Broken implements loom.Observer.
func (f *Floor) Broken(id int, thread string) {
	f.mtx.Lock()
	defer f.mtx.Unlock()
	f.broken[id] = thread
}

func (f *Floor) Totals() (t loom.Stats) {
	for _, l := range f.all() {
		s := l.Stats()
		t.Picks += s.Picks
		t.Breaks += s.Breaks
	}
	return t
}

func (f *Floor) all() []*loom.Loom {
	f.mtx.RLock()
	defer f.mtx.RUnlock()
	return append([]*loom.Loom(nil), f.looms...)
}

func (f *Floor) Loom(i int) *loom.Loom {
	f.mtx.RLock()
	defer f.mtx.RUnlock()
	return f.looms[i%len(f.looms)]
}
