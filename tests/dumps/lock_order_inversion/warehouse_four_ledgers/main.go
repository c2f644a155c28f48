package main

import (
	"fmt"
	"net/http"

	"tessaline.io/wms/audit"
	"tessaline.io/wms/billing"
	"tessaline.io/wms/internal/ops"
	"tessaline.io/wms/orders"
	"tessaline.io/wms/stock"
)

func main() {
	keeper := stock.New()
	trail := &audit.Trail{Source: keeper}
	desk := billing.NewDesk(trail)
	book := orders.NewBook(desk.Charge)
	keeper.Orders = book

	mux := http.NewServeMux()
	mux.HandleFunc("/recount", func(w http.ResponseWriter, r *http.Request) { keeper.Recount("A-100", 77) })
	mux.HandleFunc("/place", func(w http.ResponseWriter, r *http.Request) {
		if err := book.Place(r.FormValue("o"), "A-100", 1); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	mux.HandleFunc("/close-day", func(w http.ResponseWriter, r *http.Request) { desk.CloseDay() })
	mux.HandleFunc("/snapshot", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, trail.Snapshot("A-100", "B-200", "A-100", "B-200", "A-100", "B-200"))
	})
	mux.HandleFunc("/balance", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, keeper.Balance(r.FormValue("sku")))
	})
	ops.Start(mux)
	ops.Wait()
}
