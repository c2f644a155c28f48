// Package engine simulates matches.
package engine

import (
	"context"
	"math/rand"
	"runtime"
	"sync"
)

// Match is two teams.
type Match struct {
	ID         string
	Home, Away float64
}

// Odds are what the house offers.
type Odds struct {
	Match       string
	One, X, Two float64
	Simulations int
}

type job struct {
	match Match
	runs  int
	out   chan<- Odds
}

// Engine has a worker for each processor.
type Engine struct {
	jobs chan job
	wg   sync.WaitGroup
	mu   sync.Mutex
	done int
}

// New starts the workers.
func New() *Engine {
	e := &Engine{jobs: make(chan job)}
	for i := 0; i < runtime.GOMAXPROCS(0)+2; i++ {
		e.wg.Add(1)
		go e.worker(rand.New(rand.NewSource(int64(i))))
	}
	return e
}

func (e *Engine) worker(r *rand.Rand) {
	defer e.wg.Done()
	for j := range e.jobs {
		o := Odds{Match: j.match.ID, Simulations: j.runs}
		for i := 0; i < j.runs; i++ {
			switch home, away := goals(r, j.match.Home), goals(r, j.match.Away); {
			case home > away:
				o.One++
			case home < away:
				o.Two++
			default:
				o.X++
			}
		}
		e.mu.Lock()
		e.done++
		e.mu.Unlock()
		j.out <- o
	}
}

func goals(r *rand.Rand, mean float64) (n int) {
	for t := r.ExpFloat64(); t < mean; t += r.ExpFloat64() {
		n++
	}
	return n
}

// Price waits for a worker and then for its answer.
func (e *Engine) Price(ctx context.Context, m Match, runs int) (Odds, error) {
	out := make(chan Odds, 1)
	select {
	case e.jobs <- job{m, runs, out}:
	case <-ctx.Done():
		return Odds{}, ctx.Err()
	}
	select {
	case o := <-out:
		return o, nil
	case <-ctx.Done():
		return Odds{}, ctx.Err()
	}
}
