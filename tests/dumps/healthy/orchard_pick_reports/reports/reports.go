// Package reports sums the crates of a day.
package reports

import (
	"context"
	"database/sql"
	"sync"
	"time"

	_ "github.com/lib/pq"
)

type Service struct {
	db    *sql.DB
	mu    sync.Mutex
	cache map[string]int
}

func Open(url string, conns int) (*Service, error) {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(conns)
	db.SetConnMaxIdleTime(time.Minute)
	return &Service{db: db, cache: map[string]int{}}, nil
}

// Day counts the crates within a transaction, so that both sums agree.
func (s *Service) Day(ctx context.Context, day string) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	rows, err := tx.QueryContext(ctx, "SELECT ref FROM crates, pg_sleep(0.35)")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
	}
	if err := rows.Err(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	s.cache[day] = n
	s.mu.Unlock()
	return n, tx.Commit()
}
