// Command balances serves the balances of many tenants out of one database.
package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"kassenbuch.example/balances/internal/ops"
	_ "kassenbuch.example/balances/ledgerdb"
	"kassenbuch.example/balances/store"
)

type handler struct {
	tenants *store.Tenants
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	balance, err := h.tenants.Balance(r.Context(), r.URL.Query().Get("tenant"), r.URL.Query().Get("account"))
	switch {
	case errors.Is(err, store.ErrFrozen):
		http.Error(w, err.Error(), http.StatusLocked)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	default:
		json.NewEncoder(w).Encode(map[string]int64{"cents": balance})
	}
}

func main() {
	db, err := sql.Open("ledger", "ledger://primary/balances")
	if err != nil {
		panic(err)
	}
	db.SetMaxOpenConns(8)
	db.SetMaxIdleConns(8)
	db.SetConnMaxIdleTime(5 * time.Minute)
	mux := http.NewServeMux()
	mux.Handle("/balance", &handler{tenants: store.New(db)})
	ops.Start(mux)
	ops.Wait()
	db.Close()
}
