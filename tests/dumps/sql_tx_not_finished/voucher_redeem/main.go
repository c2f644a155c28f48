package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	_ "github.com/lib/pq"

	"shop.example/vouchers/uow"
)

var errUsed = errors.New("voucher was used")

type vouchers struct{ work *uow.Manager }

func (v *vouchers) redeem(ctx context.Context, code string) error {
	u, err := v.work.Begin(ctx)
	if err != nil {
		return err
	}
	var left int
	if err := u.QueryRowContext(ctx, `select left_over from voucher where code = $1`, code).Scan(&left); err != nil {
		return u.Abort(err)
	}
	if left == 0 {
		return errUsed // BUG: neither Commit nor Abort
	}
	if _, err := u.ExecContext(ctx, `update voucher set left_over = left_over - 1 where code = $1`, code); err != nil {
		return u.Abort(err)
	}
	return u.Commit()
}

func (v *vouchers) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), time.Hour)
	_ = cancel
	if err := v.redeem(ctx, r.FormValue("code")); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
	}
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(25)
	if _, err := db.Exec(`create table if not exists voucher (code text primary key, left_over int);
		insert into voucher values ('SPRING', 1000), ('WINTER', 0) on conflict do nothing`); err != nil {
		log.Fatal(err)
	}
	http.Handle("/redeem", &vouchers{work: uow.NewManager(db)})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
