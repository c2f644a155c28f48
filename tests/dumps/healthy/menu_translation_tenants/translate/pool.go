// Package translate has one pool of translators for each house.
package translate

import "sync"

type job struct {
	word string
	out  *string
	wg   *sync.WaitGroup
}

type Pool struct {
	jobs chan job
	mu   sync.RWMutex
	memo map[string]string
}

func Start(workers int) *Pool {
	p := &Pool{jobs: make(chan job), memo: map[string]string{"pane": "bread"}}
	for i := 0; i < workers; i++ {
		go p.work()
	}
	return p
}

func (p *Pool) work() {
	for j := range p.jobs {
		p.mu.RLock()
		*j.out = p.memo[j.word]
		p.mu.RUnlock()
		j.wg.Done()
	}
}

func (p *Pool) Menu(words []string) []string {
	out := make([]string, len(words))
	var wg sync.WaitGroup
	wg.Add(len(words))
	for i, w := range words {
		p.jobs <- job{w, &out[i], &wg}
	}
	wg.Wait()
	return out
}
