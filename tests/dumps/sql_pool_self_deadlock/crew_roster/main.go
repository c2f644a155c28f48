package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/nordair/crew/roster"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(6)
	db.SetMaxIdleConns(6)
	db.SetConnMaxLifetime(30 * time.Minute)

	repo := roster.NewRepo(db)
	if err := repo.Migrate(context.Background()); err != nil {
		log.Fatal(err)
	}
	svc := &roster.Service{Repo: repo}
	http.HandleFunc("/roster", svc.Month)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
