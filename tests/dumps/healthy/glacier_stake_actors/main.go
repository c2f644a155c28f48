// Command stakes has an actor for each stake that measures how a glacier melts.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"firnline.example/stakes/actor"
	"firnline.example/stakes/internal/ops"
	"firnline.example/stakes/stake"
)

func main() {
	sys := actor.NewSystem()
	for i := 0; i < ops.Count(300); i++ {
		sys.Spawn(fmt.Sprintf("stake/%d", i), &stake.Stake{})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/measured", func(w http.ResponseWriter, r *http.Request) {
		if ref := sys.Get("stake/" + r.URL.Query().Get("stake")); ref != nil {
			ref.Tell(7)
		}
	})
	mux.HandleFunc("/balance", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 30*time.Second)
		defer cancel()
		ref := sys.Get("stake/" + r.URL.Query().Get("stake"))
		if ref == nil {
			http.NotFound(w, r)
			return
		}
		v, err := ref.Ask(ctx, "balance")
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		fmt.Fprintln(w, v)
	})
	ops.Start(mux)
	ops.Wait()
}
