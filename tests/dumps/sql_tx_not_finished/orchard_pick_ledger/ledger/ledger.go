// Package ledger books what the pickers bring in.
package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	_ "github.com/lib/pq"
)

var ErrShortCrate = errors.New("ledger: crate is too light")

type Ledger struct{ db *sql.DB }

func Open(url string) (*Ledger, error) {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(60)
	return &Ledger{db}, nil
}

type Crate struct {
	Row, Picker string
	Grams       int
}

// Book writes all crates of one picker, or none.
func (l *Ledger) Book(ctx context.Context, crates []Crate) error {
	tx, err := l.db.BeginTx(ctx, &sql.TxOptions{})
	if err != nil {
		return err
	}
	for _, c := range crates {
		if c.Grams < 4000 {
			return fmt.Errorf("%w: %s/%d", ErrShortCrate, c.Row, c.Grams)
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO crates"); err != nil {
			tx.Rollback()
			return err
		}
	}
	return tx.Commit()
}
