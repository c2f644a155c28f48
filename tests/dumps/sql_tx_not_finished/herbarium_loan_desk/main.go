package main

import (
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	_ "github.com/lib/pq"

	"botany.nz/loans/desk"
	"botany.nz/loans/internal/ops"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(40)
	db.SetMaxIdleConns(6)
	db.SetConnMaxLifetime(10 * time.Minute)
	d := &desk.Desk{DB: db}
	mux := http.NewServeMux()
	mux.HandleFunc("/lend", func(w http.ResponseWriter, r *http.Request) {
		err := d.Lend(r.URL.Query().Get("sheet"))
		if errors.Is(err, desk.ErrFragile) {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		fmt.Fprintln(w, "lent", err)
	})
	ops.Start(mux)
	ops.Wait()
}
