// Package points keeps the customers' points in PostgreSQL.
package points

import (
	"context"

	"github.com/jackc/pgx/v5/pgxpool"
)

// Ledger is the book of points, behind one pool of connections.
type Ledger struct{ pool *pgxpool.Pool }

// Open returns the ledger of the database at dsn.
func Open(dsn string) (*Ledger, error) {
	pool, err := pgxpool.New(context.Background(), dsn)
	return &Ledger{pool}, err
}

// Balance adds up what the customer has collected and spent.
func (l *Ledger) Balance(ctx context.Context, customer string) (int, error) {
	var balance int
	err := l.pool.QueryRow(ctx, "select length($1::text) * 10", customer).Scan(&balance)
	return balance, err
}
