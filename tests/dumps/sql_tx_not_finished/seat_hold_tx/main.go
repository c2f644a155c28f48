// Command seats holds seats for buyers; a worker writes the holds in batches.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"time"

	"theater.example/seats/hold"
	"theater.example/seats/internal/ops"
	_ "theater.example/seats/seatdb"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	db, err := sql.Open("seatdb", "stage")
	if err != nil {
		panic(err)
	}
	db.SetMaxOpenConns(40)
	writer := hold.NewWriter(db, 64)
	for i := 0; i < 3; i++ {
		go writer.Run(ctx)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/hold", func(w http.ResponseWriter, r *http.Request) {
		err := writer.Put(r.Context(), hold.Hold{Show: r.URL.Query().Get("show"), Seat: r.URL.Query().Get("seat"), Until: time.Now().Add(10 * time.Minute)})
		if err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		fmt.Fprintln(w, "held")
	})
	ops.Start(mux)
	ops.Wait()
}
