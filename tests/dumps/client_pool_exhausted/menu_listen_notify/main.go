package main

import (
	"context"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/speisekarte/menus/menu"
)

func main() {
	cfg, err := pgxpool.ParseConfig(os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	cfg.MaxConns = 10
	pool, err := pgxpool.NewWithConfig(context.Background(), cfg)
	if err != nil {
		log.Fatal(err)
	}
	defer pool.Close()
	menu.Routes(http.DefaultServeMux, pool)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
