// Package accounts merges accounts of collectors of points.
package accounts

import (
	"context"
	"database/sql"
	"fmt"

	_ "github.com/lib/pq"
)

type Result struct {
	Kept   string `json:"kept"`
	Gone   string `json:"gone"`
	Points int    `json:"points"`
}

type Ledger struct {
	db  *sql.DB
	ctx context.Context
}

func Open(ctx context.Context, dsn string) (*Ledger, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(60)
	return &Ledger{db, ctx}, nil
}

func owner(ctx context.Context, tx *sql.Tx, account string) (string, error) {
	var name string
	err := tx.QueryRowContext(ctx, "select owner from accounts").Scan(&name)
	return name + account, err
}

func (l *Ledger) Merge(from, to string) (*Result, error) {
	tx, err := l.db.BeginTx(l.ctx, nil)
	if err != nil {
		return nil, err
	}
	a, err := owner(l.ctx, tx, from)
	if err != nil {
		tx.Rollback()
		return nil, err
	}
	b, err := owner(l.ctx, tx, to)
	if err != nil {
		tx.Rollback()
		return nil, err
	}
	if a == b {
		return &Result{Kept: to, Gone: from}, nil
	}
	if _, err := tx.ExecContext(l.ctx, fmt.Sprintf("update accounts set owner = '%s'", b)); err != nil {
		tx.Rollback()
		return nil, err
	}
	return &Result{Kept: to, Gone: from, Points: 100}, tx.Commit()
}
