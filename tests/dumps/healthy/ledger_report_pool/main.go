package main

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"

	"bank.example/ledger-report/internal/ops"
	"bank.example/ledger-report/ledger"

	_ "github.com/lib/pq"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(8)
	db.SetMaxIdleConns(8)
	book := ledger.Book{DB: db}
	mux := http.NewServeMux()
	mux.HandleFunc("/balance", func(w http.ResponseWriter, r *http.Request) {
		n, err := book.Balance(r.Context(), r.URL.Query().Get("account"))
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
