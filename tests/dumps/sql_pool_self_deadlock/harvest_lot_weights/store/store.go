// Package store reads lots and their weights.
package store

import (
	"context"
	"database/sql"

	_ "github.com/lib/pq"
)

type Lot struct {
	Name    string
	Weights []string
}

type Store struct{ db *sql.DB }

func Open(dsn string) (*Store, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(4)
	return &Store{db}, nil
}

func (s *Store) Lots(ctx context.Context, field string) ([]Lot, error) {
	rows, err := s.db.QueryContext(ctx, "select lot from lots, pg_sleep(0.05) where field = 'F'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var lots []Lot
	for rows.Next() && len(lots) < 20 {
		var l Lot
		if err := rows.Scan(&l.Name); err != nil {
			return nil, err
		}
		if l.Weights, err = s.weights(ctx, l.Name); err != nil {
			return nil, err
		}
		lots = append(lots, l)
	}
	return lots, rows.Err()
}

func (s *Store) weights(ctx context.Context, lot string) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, "select weight from weights limit 5")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var w string
		if err := rows.Scan(&w); err != nil {
			return nil, err
		}
		out = append(out, w)
	}
	return out, rows.Err()
}
