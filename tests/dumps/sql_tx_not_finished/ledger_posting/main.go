package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"strconv"

	"acme.dev/ledger/internal/ops"
	_ "acme.dev/ledger/memdb"
	"acme.dev/ledger/store"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	db, err := sql.Open("memdb", "ledger")
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(25)
	ledger := store.New(ctx, db)

	mux := http.NewServeMux()
	mux.HandleFunc("/post", func(w http.ResponseWriter, r *http.Request) {
		cents, _ := strconv.ParseInt(r.FormValue("cents"), 10, 64)
		switch err := ledger.Post(store.Posting{Debit: "4000", Credit: "1200", Cents: cents}); {
		case errors.Is(err, store.ErrInsufficient):
			http.Error(w, err.Error(), http.StatusConflict)
		case err != nil:
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
