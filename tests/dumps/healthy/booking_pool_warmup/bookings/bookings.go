// Package bookings has the rooms.
package bookings

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"time"
)

type Rooms struct {
	db *sql.DB
}

func New(db *sql.DB) *Rooms { return &Rooms{db: db} }

func (b *Rooms) free(ctx context.Context, hotel string) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	rows, err := b.db.QueryContext(ctx, "rooms "+hotel)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}

func (b *Rooms) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, err := b.free(r.Context(), r.URL.Query().Get("hotel"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, n)
}
