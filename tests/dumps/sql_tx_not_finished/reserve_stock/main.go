// Command reservestock reserves articles for a basket.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"

	_ "github.com/lib/pq"

	"github.com/northshop/reservestock/internal/ops"
)

var errSoldOut = errors.New("sold out")

type warehouse struct {
	ctx context.Context
	db  *sql.DB
}

func (w *warehouse) reserve(sku string, pieces int) error {
	tx, err := w.db.BeginTx(w.ctx, nil)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(w.ctx, "UPDATE stock SET reserved = reserved + 1"); err != nil {
		tx.Rollback()
		return err
	}
	if pieces > 5 {
		return errSoldOut // BUG: the transaction is neither committed nor rolled back
	}
	return tx.Commit()
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	stock := &warehouse{ctx, db}
	mux := http.NewServeMux()
	mux.HandleFunc("/reserve", func(w http.ResponseWriter, r *http.Request) {
		if err := stock.reserve(r.URL.Query().Get("sku"), len(r.URL.Query().Get("pieces"))); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
