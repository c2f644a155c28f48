package checks

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

var ErrSkip = errors.New("rule does not apply")

type Rule struct {
	Name string
	Run  func(ctx context.Context, drug string) error
}

type Engine struct{ rules []Rule }

func NewEngine(rules ...Rule) *Engine { return &Engine{rules} }

type result struct {
	sync.Mutex
	lines []string
}

func (r *result) add(line string) {
	r.Lock()
	defer r.Unlock()
	r.lines = append(r.lines, line)
}

// Evaluate runs each rule on each drug at the same time.
func (e *Engine) Evaluate(ctx context.Context, drugs []string) []string {
	var (
		wg  sync.WaitGroup
		out result
	)
	wg.Add(len(drugs) * len(e.rules))
	for _, d := range drugs {
		for _, rule := range e.rules {
			go apply(ctx, &wg, rule, d, &out)
		}
	}
	wg.Wait()
	return out.lines
}

func apply(ctx context.Context, wg *sync.WaitGroup, rule Rule, drug string, out *result) {
	err := rule.Run(ctx, drug)
	if errors.Is(err, ErrSkip) {
		return
	}
	if err != nil {
		out.add(fmt.Sprintf("%s: %s: %v", rule.Name, drug, err))
	}
	wg.Done()
}
