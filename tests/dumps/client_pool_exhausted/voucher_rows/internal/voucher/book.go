// Package voucher keeps the vouchers in PostgreSQL.
package voucher

import (
	"context"

	"github.com/jackc/pgx/v5/pgxpool"
)

// Book is the book of vouchers.
type Book struct{ pool *pgxpool.Pool }

// Open connects to the database at dsn.
func Open(ctx context.Context, dsn string) (*Book, error) {
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	config.MaxConns = 5
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	return &Book{pool}, nil
}

// Valid tells whether the voucher was not used up.
func (b *Book) Valid(ctx context.Context, code string) (bool, error) {
	rows, err := b.pool.Query(ctx, "select used from generate_series(0, 3) as used where length($1::text) > 0", code)
	if err != nil {
		return false, err
	}
	for rows.Next() {
		var used int
		if err := rows.Scan(&used); err != nil {
			return false, err
		}
		if used == 0 {
			// BUG: the rows, and with them the connection, stay open.
			return true, nil
		}
	}
	return false, rows.Err()
}
