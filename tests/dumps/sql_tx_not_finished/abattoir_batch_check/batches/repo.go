// Package batches keeps which animals went into which batch.
package batches

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	_ "github.com/lib/pq"
)

var ErrUnknownAnimal = errors.New("an animal of the batch is not registered")

type Repo struct{ db *sql.DB }

func Open(url string) (*Repo, error) {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return nil, err
	}
	db.SetMaxIdleConns(5)
	db.SetConnMaxIdleTime(time.Minute)
	return &Repo{db}, nil
}

// Register writes a batch, or nothing.
func (r *Repo) Register(ctx context.Context, no string, animals int) error {
	tx, err := r.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("INSERT INTO batch VALUES ('%s')", no)); err != nil {
		tx.Rollback()
		return err
	}
	known, err := r.known(ctx, tx)
	if err != nil {
		tx.Rollback()
		return err
	}
	if animals > known {
		return fmt.Errorf("batch %s: %w", no, ErrUnknownAnimal)
	}
	return tx.Commit()
}

func (r *Repo) known(ctx context.Context, tx *sql.Tx) (int, error) {
	rows, err := tx.QueryContext(ctx, "SELECT ref FROM animal")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
	}
	return n / 20, rows.Err()
}
