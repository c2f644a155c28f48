// Package recommend asks the model for articles that go together.
package recommend

import (
	"context"
	"errors"
	"time"
)

// ErrLate is returned when the model needs too long.
var ErrLate = errors.New("recommendations are late")

type answer struct {
	skus []string
	err  error
}

// Service asks with a budget of time.
type Service struct{ Budget, Model time.Duration }

// For returns what goes with an article.
func (s *Service) For(ctx context.Context, sku string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, s.Budget)
	defer cancel()
	answers := make(chan answer, 1) // a late answer stays in the buffer
	go s.ask(sku, answers)
	select {
	case a := <-answers:
		return a.skus, a.err
	case <-ctx.Done():
		return nil, ErrLate
	}
}

func (s *Service) ask(sku string, answers chan<- answer) {
	time.Sleep(s.Model)
	answers <- answer{skus: []string{sku + "-case", sku + "-cable"}}
}
