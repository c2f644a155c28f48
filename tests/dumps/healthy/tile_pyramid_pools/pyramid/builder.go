package pyramid

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/panjf2000/ants/v2"
)

// Builder makes the levels of a map in one pool and their tiles in another.
type Builder struct {
	levels, tiles *ants.Pool
}

func New(levels, tiles int) *Builder {
	b := new(Builder)
	for _, p := range []struct {
		pool **ants.Pool
		size int
	}{{&b.levels, levels}, {&b.tiles, tiles}} {
		pool, err := ants.NewPool(p.size)
		if err != nil {
			panic(err)
		}
		*p.pool = pool
	}
	return b
}

// Build returns the number of tiles.
func (b *Builder) Build(depth int) int64 {
	var all sync.WaitGroup
	var n int64
	for level := 0; level < depth; level++ {
		level := level
		all.Add(1)
		b.levels.Submit(func() {
			defer all.Done()
			b.level(level, &n)
		})
	}
	all.Wait()
	return n
}

func (b *Builder) level(level int, n *int64) {
	var tiles sync.WaitGroup
	for i := 0; i < 8<<level; i++ {
		tiles.Add(1)
		b.tiles.Submit(func() {
			defer tiles.Done()
			draw()
			atomic.AddInt64(n, 1)
		})
	}
	tiles.Wait()
}

func draw() { time.Sleep(4 * time.Millisecond) }
