// Command weaving takes the orders of a carpet maker.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"carpets.ashgrove.example/weaving/internal/ops"
	"carpets.ashgrove.example/weaving/loom"
)

func main() {
	hall := loom.NewHall(4)
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 30*time.Second)
		defer cancel()
		fmt.Fprintln(w, hall.Order(ctx, 6))
	})
	ops.Start(mux)
	ops.Wait()
}
