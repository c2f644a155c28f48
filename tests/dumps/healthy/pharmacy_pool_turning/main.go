package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"time"

	"pharmanet.health/dispense/internal/ops"
	"pharmanet.health/dispense/internal/rx"
	"pharmanet.health/dispense/internal/slowdb"
)

func main() {
	db := sql.OpenDB(slowdb.Connector{Typical: 60 * time.Millisecond})
	db.SetMaxOpenConns(5)
	db.SetMaxIdleConns(5)
	repo := rx.NewRepository(db)
	mux := http.NewServeMux()
	mux.HandleFunc("/prescriptions", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
		defer cancel()
		lines, err := repo.Lines(ctx, r.FormValue("patient"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		json.NewEncoder(w).Encode(lines)
	})
	ops.Start(mux)
	ops.Wait()
}
