// Package desk lends pictures.
package desk

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

var ErrOnLoan = errors.New("desk: on loan")

type Desk struct{ pool *pgxpool.Pool }

func Open(ctx context.Context, url string) (*Desk, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	config.MaxConns, config.MaxConnIdleTime = 6, 5*time.Minute
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	return &Desk{pool: pool}, nil
}

// Lend takes the advisory lock of a picture for as long as the connection is held.
func (d *Desk) Lend(ctx context.Context, picture int) error {
	conn, err := d.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	var free bool
	if err := conn.QueryRow(ctx, "select pg_try_advisory_lock($1)", picture%2).Scan(&free); err != nil {
		conn.Release()
		return err
	}
	if !free {
		return ErrOnLoan
	}
	defer conn.Release()
	_, err = conn.Exec(ctx, "select pg_sleep(0.2)")
	return err
}
