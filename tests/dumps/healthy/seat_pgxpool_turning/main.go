package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

type seats struct{ pool *pgxpool.Pool }

func (s seats) list(ctx context.Context, flight string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	rows, err := s.pool.Query(ctx, `select $1 || '-' || g from generate_series(1, 20) g, pg_sleep(0.04) z`, flight)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

func (s seats) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	got, err := s.list(r.Context(), r.FormValue("flight"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, got)
}

func main() {
	cfg, err := pgxpool.ParseConfig(os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	cfg.MaxConns = 8
	pool, err := pgxpool.NewWithConfig(context.Background(), cfg)
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/seats", seats{pool})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
