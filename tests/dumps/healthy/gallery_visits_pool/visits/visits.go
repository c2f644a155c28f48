// Package visits counts who came.
package visits

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

type Store struct{ pool *pgxpool.Pool }

func Open(ctx context.Context, url string) (*Store, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	config.MaxConns, config.MinConns = 4, 2
	pool, err := pgxpool.NewWithConfig(ctx, config)
	return &Store{pool: pool}, err
}

// Enter books one visitor in a transaction of his own.
func (s *Store) Enter(ctx context.Context, room string) (n int, err error) {
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	err = pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, "select count(pg_sleep(0.25)) from generate_series(1,1)").Scan(&n)
	})
	return n, err
}
