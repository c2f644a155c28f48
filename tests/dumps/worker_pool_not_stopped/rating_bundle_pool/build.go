package main

import (
	"crypto/sha256"
	"fmt"
	"sync"
	"time"

	"github.com/insura/rating/internal/pool"
)

// Bundle is a set of tariffs for one insurer.
type Bundle struct {
	Insurer string
	Sums    map[string]string
}

// Builder compiles bundles, on demand or every hour.
type Builder struct {
	products []string
	workers  int
	single   bool
}

// Build compiles all products of an insurer.
func (b *Builder) Build(insurer string) *Bundle {
	out := &Bundle{Insurer: insurer, Sums: map[string]string{}}
	p := pool.New(b.workers)
	var mu sync.Mutex
	var done sync.WaitGroup
	for _, product := range b.products {
		product := product
		done.Add(1)
		p.Add(&pool.Task{Name: product, Run: func() time.Time {
			defer done.Done()
			sum := sha256.Sum256([]byte(insurer + product))
			mu.Lock()
			defer mu.Unlock()
			out.Sums[product] = fmt.Sprintf("%x", sum[:4])
			if b.single {
				return time.Time{}
			}
			return time.Now().Add(time.Hour)
		}})
	}
	done.Wait()
	return out
}
