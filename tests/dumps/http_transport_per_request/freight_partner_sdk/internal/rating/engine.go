package rating

import (
	"context"

	"gitlab.kontor.example/freight/quotes/internal/config"
	"gitlab.kontor.example/freight/quotes/internal/partner"
)

type Engine struct {
	dir   *config.Directory
	build partner.Builder
}

func NewEngine(d *config.Directory, b partner.Builder) *Engine { return &Engine{dir: d, build: b} }

func (e *Engine) Quote(ctx context.Context, tenant, from, to string) (int, error) {
	carrier := e.dir.Lookup(tenant)
	// BUG: a client, and with it a Transport, for each quote.
	rate, err := e.build.Build(carrier).Rate(ctx, from, to)
	if err != nil {
		return 0, err
	}
	return 100 + rate.Stock*3, nil
}
