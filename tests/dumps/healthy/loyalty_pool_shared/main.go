// Command loyalty tells how many points a customer has.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"github.com/northshop/loyalty/internal/ops"
	"github.com/northshop/loyalty/internal/points"
)

type balanceHandler struct{ ledger *points.Ledger }

func (h *balanceHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	balance, err := h.ledger.Balance(r.Context(), r.URL.Query().Get("customer"))
	if err != nil {
		log.Printf("balance: %v", err)
		http.Error(w, "try again later", http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(map[string]int{"points": balance})
}

func main() {
	ledger, err := points.Open(os.Getenv("UPSTREAM_POSTGRES"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/balance", &balanceHandler{ledger})
	ops.Start(mux)
	ops.Wait()
}
