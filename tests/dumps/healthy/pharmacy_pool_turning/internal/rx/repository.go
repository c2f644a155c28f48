package rx

import (
	"context"
	"database/sql"
)

type Line struct {
	Drug string `json:"drug"`
	Dose int    `json:"dose"`
}

type Repository interface {
	Lines(ctx context.Context, patient string) ([]Line, error)
}

type sqlRepository struct{ db *sql.DB }

func NewRepository(db *sql.DB) Repository { return sqlRepository{db} }

func (r sqlRepository) Lines(ctx context.Context, patient string) ([]Line, error) {
	return collect(ctx, r.db, func(rows *sql.Rows) (l Line, err error) {
		return l, rows.Scan(&l.Drug, &l.Dose)
	}, "select drug, dose from prescription_lines where patient = $1", patient)
}

func collect[T any](ctx context.Context, db *sql.DB, scan func(*sql.Rows) (T, error), q string, args ...any) (out []T, err error) {
	rows, err := db.QueryContext(ctx, q, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, rows.Err()
}
