package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"
	"path"
	"time"

	_ "github.com/lib/pq"

	"points.example/batches/internal/ops"
)

type batches struct {
	db *sql.DB
}

func (b *batches) inTx(ctx context.Context, fn func(*sql.Tx) error) error {
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (b *batches) run(ctx context.Context, name string) (total int, err error) {
	err = b.inTx(ctx, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, "select points from ledger, pg_sleep(3)")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			total++
		}
		return rows.Err()
	})
	return total, err
}

func (b *batches) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Minute)
	defer cancel()
	n, err := b.run(ctx, path.Base(r.URL.Path))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, n)
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(12)
	mux := http.NewServeMux()
	mux.Handle("/batch/", &batches{db})
	ops.Start(mux)
	ops.Wait()
}
