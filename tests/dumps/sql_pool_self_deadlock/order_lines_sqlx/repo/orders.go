package repo

import (
	"context"

	"github.com/jmoiron/sqlx"
)

// Order is an order with what it costs.
type Order struct {
	ID    int `db:"id"`
	Total int `db:"total"`
}

// Orders reads orders.
type Orders struct{ db sqlx.ExtContext }

// NewOrders makes it.
func NewOrders(db *sqlx.DB) *Orders { return &Orders{db} }

// Open lists open orders. The bug: a second query for each row while the first rows are open.
func (o *Orders) Open(ctx context.Context) ([]Order, error) {
	return collect(ctx, o.db, "select n as id, 0 as total from generate_series(1, 40) n", func(x *Order) error {
		return o.enrich(ctx, x)
	})
}

func (o *Orders) enrich(ctx context.Context, x *Order) error {
	return o.db.QueryRowxContext(ctx, "select $1::int * 3 from pg_sleep(0.01)", x.ID).Scan(&x.Total)
}

func collect[T any](ctx context.Context, q sqlx.QueryerContext, query string, each func(*T) error) ([]T, error) {
	rows, err := q.QueryxContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var t T
		if err := rows.StructScan(&t); err != nil {
			return nil, err
		}
		if err := each(&t); err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, rows.Err()
}
