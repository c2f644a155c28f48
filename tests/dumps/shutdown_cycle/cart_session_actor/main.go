package main

import (
	"fmt"
	"net/http"

	"storefront/internal/actor"
	"storefront/internal/cart"
	"storefront/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/buy", func(w http.ResponseWriter, r *http.Request) {
		ref := actor.Spawn(&cart.Session{ID: r.FormValue("id")})
		ref.Tell(cart.AddItem{SKU: "A-1"})
		paid := make(chan int, 1)
		ref.Tell(cart.Checkout{Paid: paid})
		fmt.Fprintln(w, <-paid)
	})
	ops.Start(mux)
	ops.Wait()
}
