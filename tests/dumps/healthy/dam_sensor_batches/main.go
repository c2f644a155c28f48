package main

import (
	"net/http"
	"time"

	"staudamm.at/sensors/batcher"
	"staudamm.at/sensors/internal/ops"
	"staudamm.at/sensors/tsdb"
)

func main() {
	db := tsdb.Open(350 * time.Millisecond)
	b := batcher.Start(16, 200*time.Millisecond, db.Append)
	mux := http.NewServeMux()
	mux.HandleFunc("/write/", func(w http.ResponseWriter, r *http.Request) {
		if err := b.Write(batcher.Point{Sensor: r.URL.Path, Value: 1}); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
