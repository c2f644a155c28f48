// Package store reads the ledger; each tenant has a schema of its own.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

var ErrFrozen = errors.New("tenant is frozen")

type Tenants struct {
	db *sql.DB
}

func New(db *sql.DB) *Tenants { return &Tenants{db: db} }

// session gives a connection whose search path is the tenant's.
func (t *Tenants) session(ctx context.Context, tenant string) (*sql.Conn, error) {
	conn, err := t.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.ExecContext(ctx, "SET search_path TO "+tenant); err != nil {
		conn.Close()
		return nil, fmt.Errorf("tenant %s: %w", tenant, err)
	}
	return conn, nil
}

// Balance reads one account.
func (t *Tenants) Balance(ctx context.Context, tenant, account string) (int64, error) {
	conn, err := t.session(ctx, tenant)
	if err != nil {
		return 0, err
	}
	frozen, err := t.frozen(ctx, conn)
	if err != nil || frozen {
		if err == nil {
			err = ErrFrozen
		}
		return 0, err
	}
	defer conn.Close()
	var cents int64
	err = conn.QueryRowContext(ctx, "SELECT cents FROM accounts WHERE id = ?", account).Scan(&cents)
	return cents, err
}

func (t *Tenants) frozen(ctx context.Context, conn *sql.Conn) (bool, error) {
	var state int64
	err := conn.QueryRowContext(ctx, "SELECT frozen FROM tenant").Scan(&state)
	return state != 0, err
}
