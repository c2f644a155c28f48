// Command ingest writes the readings of meters in batches, one transaction for each batch.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"time"

	"zaehler.example/ingest/batch"
	"zaehler.example/ingest/internal/ops"
	_ "zaehler.example/ingest/tsdb"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	db, err := sql.Open("tsdb", "meters")
	if err != nil {
		panic(err)
	}
	db.SetMaxOpenConns(20)
	shards := make([]*batch.Writer, 12)
	for i := range shards {
		shards[i] = batch.NewWriter(db, 2*time.Minute)
		go shards[i].Run(ctx)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/reading", func(w http.ResponseWriter, r *http.Request) {
		meter := r.URL.Query().Get("meter")
		shards[len(meter)%len(shards)].Put(meter)
		for _, s := range shards {
			s.Put(meter)
		}
		fmt.Fprintln(w, "noted")
	})
	ops.Start(mux)
	ops.Wait()
}
