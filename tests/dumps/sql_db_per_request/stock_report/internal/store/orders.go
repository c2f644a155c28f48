// Package store reads orders from the database.
package store

import (
	"context"
	"database/sql"
	"os"

	_ "github.com/lib/pq"
)

// OpenOrders returns the references of a warehouse's open orders.
func OpenOrders(ctx context.Context, warehouse string) ([]string, error) {
	// BUG: a pool for each call, never closed; sql.Open also starts a goroutine for each.
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_PG"))
	if err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, "SELECT ref FROM orders")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var refs []string
	for rows.Next() {
		var ref string
		if err := rows.Scan(&ref); err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	return refs, rows.Err()
}
