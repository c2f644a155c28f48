// Command points keeps the loyalty points of a shop in an embedded database, which allows one writer.
package main

import (
	"database/sql"
	"net/http"

	_ "treue.example/points/embedded"
	"treue.example/points/internal/ops"
	"treue.example/points/points"
)

func main() {
	db, err := sql.Open("embedded", "points.db")
	if err != nil {
		panic(err)
	}
	db.SetMaxOpenConns(1)
	mux := http.NewServeMux()
	mux.Handle("/earn", points.New(db))
	ops.Start(mux)
	ops.Wait()
}
