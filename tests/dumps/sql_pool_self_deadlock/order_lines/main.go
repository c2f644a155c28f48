// Command orderlines lists orders with their lines.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"os"

	_ "github.com/lib/pq"

	"github.com/northshop/orderlines/internal/ops"
)

type orders struct{ db *sql.DB }

func (o *orders) list(ctx context.Context) (map[string]string, error) {
	rows, err := o.db.QueryContext(ctx, "SELECT ref FROM orders")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	lines := map[string]string{}
	for rows.Next() {
		var ref string
		if err := rows.Scan(&ref); err != nil {
			return nil, err
		}
		line, err := o.line(ctx, ref)
		if err != nil {
			return nil, err
		}
		lines[ref] = line
	}
	return lines, rows.Err()
}

// line asks for one order.
func (o *orders) line(ctx context.Context, ref string) (line string, err error) {
	// BUG: takes a second connection while the rows of the caller hold one; with all of the pool's
	// connections held by callers nobody ever gets the second.
	err = o.db.QueryRowContext(ctx, "SELECT line FROM lines /* "+ref+" */").Scan(&line)
	return line, err
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(4)
	o := &orders{db}
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		list, err := o.list(r.Context())
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(list)
	})
	ops.Start(mux)
	ops.Wait()
}
