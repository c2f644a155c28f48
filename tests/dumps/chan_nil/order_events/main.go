// Command orders takes payments and tells other systems about them.
package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/northshop/orders/internal/events"
	"github.com/northshop/orders/internal/ops"
)

func main() {
	bus := events.Connect(os.Getenv("EVENTS_URL"))
	mux := http.NewServeMux()
	mux.HandleFunc("/pay", func(w http.ResponseWriter, r *http.Request) {
		bus.Publish(events.Event{Kind: "paid", Order: r.URL.Query().Get("order")})
		fmt.Fprintln(w, "paid")
	})
	mux.HandleFunc("/follow", func(w http.ResponseWriter, r *http.Request) {
		e := bus.Next()
		fmt.Fprintln(w, e.Kind, e.Order)
	})
	ops.Start(mux)
	ops.Wait()
}
