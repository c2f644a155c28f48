// Command advisorylock runs the nightly price import on one connection of its own.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"

	_ "github.com/lib/pq"

	"github.com/northshop/advisorylock/internal/ops"
)

type importer struct{ db *sql.DB }

func (i *importer) run(ctx context.Context) error {
	conn, err := i.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "LOCK TABLE prices"); err != nil {
		return err
	}
	rows, err := conn.QueryContext(context.Background(), "SELECT ref FROM prices")
	if err != nil {
		return err
	}
	for rows.Next() {
		var ref string
		if err := rows.Scan(&ref); err != nil || ref == "order-7" {
			// BUG: rows is still open, so the deferred Close of the connection waits for it for ever.
			return err
		}
	}
	return rows.Err()
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	i := &importer{db}
	mux := http.NewServeMux()
	mux.HandleFunc("/import", func(w http.ResponseWriter, r *http.Request) {
		if err := i.run(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
