// Command basket tells the other parts of the shop about baskets.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/basket/internal/events"
	"github.com/northshop/basket/internal/ops"
)

type mailer struct{ bus *events.Bus }

// Handle sends a mail for the first basket, and from then on for payments as well.
func (m *mailer) Handle(name string) {
	if name == "basket.created" {
		m.bus.Subscribe("basket.paid", m)
	}
}

func main() {
	bus := events.NewBus()
	bus.Subscribe("basket.created", &mailer{bus})
	mux := http.NewServeMux()
	mux.HandleFunc("/basket", func(w http.ResponseWriter, r *http.Request) {
		bus.Publish("basket.created")
		fmt.Fprintln(w, "created")
	})
	ops.Start(mux)
	ops.Wait()
}
