package translate

import (
	"fmt"
	"sync"
)

type Translator struct {
	words map[string]string
}

func New(words map[string]string) *Translator { return &Translator{words} }

type job struct {
	at   int
	word string
}

type pool struct {
	jobs chan job
	wg   sync.WaitGroup
	done func(job)
}

func (t *Translator) start(workers int, done func(job)) *pool {
	p := &pool{jobs: make(chan job, workers), done: done}
	p.wg.Add(workers)
	for i := 0; i < workers; i++ {
		go p.work()
	}
	return p
}

func (p *pool) work() {
	defer p.wg.Done()
	for j := range p.jobs {
		p.done(j)
	}
}

func (p *pool) finish() {
	close(p.jobs)
	p.wg.Wait()
}

// Menu translates all words of a menu.
func (t *Translator) Menu(words []string) ([]string, error) {
	out := make([]string, len(words))
	p := t.start(4, func(j job) { out[j.at] = t.words[j.word] })
	for i, w := range words {
		if _, known := t.words[w]; !known {
			return nil, fmt.Errorf("no word for %q", w)
		}
		p.jobs <- job{i, w}
	}
	p.finish()
	return out, nil
}
