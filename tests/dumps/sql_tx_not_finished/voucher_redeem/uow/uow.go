// Package uow is the unit of work: a transaction with a name.
package uow

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

type Manager struct{ db *sql.DB }

func NewManager(db *sql.DB) *Manager { return &Manager{db} }

type Unit struct {
	*sql.Tx
}

func (m *Manager) Begin(ctx context.Context) (*Unit, error) {
	tx, err := m.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelReadCommitted})
	if err != nil {
		return nil, fmt.Errorf("uow: %w", err)
	}
	return &Unit{tx}, nil
}

func (u *Unit) Abort(cause error) error {
	return errors.Join(cause, u.Rollback())
}
