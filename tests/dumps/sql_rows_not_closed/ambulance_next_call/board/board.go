// Package board is the list of open emergency calls.
package board

import (
	"context"
	"database/sql"
	"sync"
	"time"

	_ "github.com/lib/pq"
)

type Call struct{ Ref string }

type Board struct {
	db    *sql.DB
	mu    sync.Mutex
	taken map[string]time.Time
}

func Open(dsn string) (*Board, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	db.SetConnMaxIdleTime(time.Minute)
	return &Board{db: db, taken: map[string]time.Time{}}, nil
}

func (b *Board) take(ref string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, ok := b.taken[ref]; ok {
		return false
	}
	b.taken[ref] = time.Now()
	return true
}

// Next gives a crew the first call that no one else has.
func (b *Board) Next(ctx context.Context, crew string) (*Call, error) {
	rows, err := b.db.QueryContext(ctx, "select ref from calls order by at")
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var c Call
		if err := rows.Scan(&c.Ref); err != nil {
			return nil, err
		}
		if b.take(c.Ref) {
			return &c, nil
		}
	}
	return nil, rows.Close()
}
