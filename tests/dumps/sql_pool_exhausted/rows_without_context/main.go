// Command rowswithoutcontext tells whether a customer has ordered before.
package main

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"

	_ "github.com/lib/pq"

	"github.com/northshop/rowswithoutcontext/internal/ops"
)

type customers struct {
	db *sql.DB
}

func (c *customers) firstOrder(customer string) (string, error) {
	rows, err := c.db.Query("SELECT ref FROM orders /* " + customer + " */")
	if err != nil {
		return "", err
	}
	// BUG: one row is enough, and rows is not closed: its connection is never given back to the pool of six.
	if !rows.Next() {
		return "", rows.Err()
	}
	var ref string
	return ref, rows.Scan(&ref)
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("UPSTREAM_PG"))
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(6)
	c := &customers{db}
	mux := http.NewServeMux()
	mux.HandleFunc("/first", func(w http.ResponseWriter, r *http.Request) {
		ref, err := c.firstOrder("c" + r.URL.Query().Get("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, ref)
	})
	ops.Start(mux)
	ops.Wait()
}
