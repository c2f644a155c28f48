package store

import (
	"context"
	"database/sql"
	"errors"
)

var ErrInsufficient = errors.New("insufficient funds")

type Posting struct {
	Debit, Credit string
	Cents         int64
}

// Ledger posts pairs of entries. Postings outlive the request: they run under the ledger's own context.
type Ledger struct {
	db  *sql.DB
	ctx context.Context
}

func New(ctx context.Context, db *sql.DB) *Ledger { return &Ledger{db: db, ctx: ctx} }

func (l *Ledger) Post(p Posting) error {
	tx, err := l.db.BeginTx(l.ctx, &sql.TxOptions{Isolation: sql.LevelDefault})
	if err != nil {
		return err
	}
	balance, err := l.balance(tx, p.Debit)
	if err != nil {
		tx.Rollback()
		return err
	}
	if balance < p.Cents {
		return ErrInsufficient
	}
	for _, e := range []struct {
		account string
		cents   int64
	}{{p.Debit, -p.Cents}, {p.Credit, p.Cents}} {
		if _, err := tx.ExecContext(l.ctx, "insert into entries values ($1, $2)", e.account, e.cents); err != nil {
			tx.Rollback()
			return err
		}
	}
	return tx.Commit()
}

func (l *Ledger) balance(tx *sql.Tx, account string) (cents int64, err error) {
	err = tx.QueryRowContext(l.ctx, "select balance from accounts where id = $1", account).Scan(&cents)
	return cents, err
}
