// Package members lists the singers of a choir.
package members

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"

	_ "github.com/lib/pq"
)

// Source knows how the database of a choir is reached.
type Source struct{ Base string }

func (s Source) open(ctx context.Context, choir string) (*sql.DB, error) {
	u, err := url.Parse(s.Base)
	if err != nil {
		return nil, err
	}
	q := u.Query()
	q.Set("application_name", "members-"+choir)
	u.RawQuery = q.Encode()
	db, err := sql.Open("postgres", u.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(2)
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, fmt.Errorf("choir %s: %w", choir, err)
	}
	return db, nil
}

// Count says how many sing.
func (s Source) Count(ctx context.Context, choir string) (n int, err error) {
	db, err := s.open(ctx, choir)
	if err != nil {
		return 0, err
	}
	rows, err := db.QueryContext(ctx, "SELECT ref FROM member")
	if err != nil {
		db.Close()
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}
