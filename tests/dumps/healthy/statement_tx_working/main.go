package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	_ "github.com/lib/pq"
)

type statements struct {
	db     *sql.DB
	render func(context.Context, int) error
}

// close closes a month: the PDF is made within the transaction, so that it shows what was booked.
func (s *statements) close(ctx context.Context, account string) (err error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var lines int
	if err := tx.QueryRowContext(ctx, `select count(*) from generate_series(1, 300)`).Scan(&lines); err != nil {
		return err
	}
	if err := s.render(ctx, lines); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *statements) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 30*time.Second)
	defer cancel()
	if err := s.close(ctx, r.FormValue("account")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(30)
	db.SetMaxIdleConns(30)
	renderer := &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 40, IdleConnTimeout: time.Minute}}
	s := &statements{db: db, render: func(ctx context.Context, lines int) error {
		req, err := http.NewRequestWithContext(ctx, "GET", fmt.Sprint(os.Getenv("UPSTREAM"), "/slow?ms=", lines), nil)
		if err != nil {
			return err
		}
		res, err := renderer.Do(req)
		if err != nil {
			return err
		}
		return res.Body.Close()
	}}
	http.Handle("/close", s)
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
