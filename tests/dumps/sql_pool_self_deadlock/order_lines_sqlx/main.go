package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"bakehouse/orders/internal/ops"
	"bakehouse/orders/repo"

	"github.com/jmoiron/sqlx"
	_ "github.com/lib/pq"
)

func main() {
	db, err := sqlx.Open("postgres", os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(4)
	db.SetConnMaxLifetime(10 * time.Minute)
	orders := repo.NewOrders(db)
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		list, err := orders.Open(r.Context())
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		json.NewEncoder(w).Encode(list)
	})
	ops.Start(mux)
	ops.Wait()
}
