package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"tickets/internal/ops"
	"tickets/sales"

	"github.com/jackc/pgx/v5/pgxpool"
)

func main() {
	cfg, err := pgxpool.ParseConfig(os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	cfg.MaxConns = 6
	cfg.MaxConnIdleTime = time.Minute
	pool, err := pgxpool.NewWithConfig(context.Background(), cfg)
	if err != nil {
		log.Fatal(err)
	}
	defer pool.Close()
	desk := sales.Desk{DB: pool}
	if err := desk.Prepare(context.Background()); err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/buy/", deadline(3*time.Second, http.HandlerFunc(desk.Buy)))
	mux.Handle("/free", deadline(3*time.Second, http.HandlerFunc(desk.Free)))
	ops.Start(mux)
	ops.Wait()
}

func deadline(d time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), d)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
