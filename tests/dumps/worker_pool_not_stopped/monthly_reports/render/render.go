package render

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/finops/reports/pool"
)

type page struct{ account, month string }

type pdf struct{ bytes int }

type Engine struct {
	log *slog.Logger
}

func NewEngine(l *slog.Logger) *Engine { return &Engine{log: l} }

var errMonth = errors.New("no such month")

func (e *Engine) Render(ctx context.Context, month string) error {
	p := pool.New(4, func(pg page) (pdf, error) {
		return pdf{len(pg.account) * 100}, nil
	})
	for i := 0; i < 8; i++ {
		p.Submit(page{fmt.Sprint("A", i), month})
	}
	if month > "12" {
		return errMonth
	}
	p.Close()
	for range p.Results() {
	}
	return nil
}
