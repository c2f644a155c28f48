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
	names, err := s.column(ctx, "select lot from lots, pg_sleep(0.2)")
	if err != nil {
		return nil, err
	}
	var lots []Lot
	for _, name := range names[:4] {
		weights, err := s.column(ctx, "select weight from weights, pg_sleep(0.15)")
		if err != nil {
			return nil, err
		}
		lots = append(lots, Lot{name, weights})
	}
	return lots, nil
}

func (s *Store) column(ctx context.Context, query string) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, query)
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
