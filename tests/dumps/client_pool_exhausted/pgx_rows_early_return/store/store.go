package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5/pgxpool"
)

// Store is the database.
type Store struct{ pool *pgxpool.Pool }

// Connect opens the pool.
func Connect(ctx context.Context, dsn string) (*Store, error) {
	cfg, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	cfg.MaxConns = 6
	p, err := pgxpool.NewWithConfig(ctx, cfg)
	return &Store{p}, err
}

// ErrFull means that there is none.
var ErrFull = errors.New("no free slot")

// FirstFree finds the first free slot. The bug: the return inside of the loop leaves rows open.
func (s *Store) FirstFree(ctx context.Context, doctor string) (int, error) {
	rows, err := s.pool.Query(ctx, "select n, n % 3 = 0 from generate_series(1, 500) n")
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		var slot int
		var open bool
		if err := rows.Scan(&slot, &open); err != nil {
			return 0, err
		}
		if open {
			return slot, nil
		}
	}
	return 0, ErrFull
}
