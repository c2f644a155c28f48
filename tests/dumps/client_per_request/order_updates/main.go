// Command orders lets the shop's pages wait for what happens to an order.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/northshop/orders/internal/events"
	"github.com/northshop/orders/internal/ops"
)

type waitHandler struct{ bus *events.Bus }

// ServeHTTP is a long poll: the next event of an order, or 204 after a while.
func (h *waitHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	event, err := h.bus.Next(r.Context(), r.URL.Query().Get("order"))
	switch {
	case err != nil:
		log.Printf("wait: %v", err)
		http.Error(w, "try again later", http.StatusBadGateway)
	case event == "":
		w.WriteHeader(http.StatusNoContent)
	default:
		fmt.Fprintln(w, event)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/wait", &waitHandler{events.NewBus(os.Getenv("UPSTREAM_REDIS"))})
	ops.Start(mux)
	ops.Wait()
}
