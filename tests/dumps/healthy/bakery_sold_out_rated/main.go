// Command bakery takes orders for bread and cakes of the day.
package main

import (
	"net/http"
	"time"

	"loaf.example/bakery/internal/ops"
	"loaf.example/bakery/orders"
	"loaf.example/bakery/shelf"
)

func main() {
	bread := shelf.New(map[string]int{"rye": 30, "spelt": 20})
	go bread.Bake(time.Hour)
	desk := orders.NewDesk(bread)
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		if err := desk.Place(r.URL.Query().Get("customer"), r.URL.Query().Get("bread")); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
