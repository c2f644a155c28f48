// Command bookings counts the free rooms of a hotel.
package main

import (
	"database/sql"
	"net/http"
	"time"

	"hotel.example/bookings/bookings"
	"hotel.example/bookings/internal/ops"
	"hotel.example/bookings/wiredb"
)

func main() {
	address := wiredb.StartLocal(350*time.Millisecond, 15*time.Millisecond)
	db, err := sql.Open("wire", address)
	if err != nil {
		panic(err)
	}
	db.SetMaxOpenConns(8)
	db.SetMaxIdleConns(2)
	db.SetConnMaxLifetime(time.Minute)
	mux := http.NewServeMux()
	mux.Handle("/free", bookings.New(db))
	ops.Start(mux)
	ops.Wait()
	db.Close()
}
