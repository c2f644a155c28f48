// Command baskets tells browsers when their basket has changed.
package main

import (
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/alicebob/miniredis/v2"
	"market.tidewell.example/baskets/internal/ops"
	"market.tidewell.example/baskets/notice"
)

func main() {
	store, err := miniredis.Run() // a market stall has no server of its own
	if err != nil {
		log.Fatal(err)
	}
	board := notice.NewBoard(store.Addr())
	mux := http.NewServeMux()
	mux.HandleFunc("/changes", func(w http.ResponseWriter, r *http.Request) {
		wait, _ := time.ParseDuration(r.FormValue("wait"))
		fmt.Fprintln(w, board.Await(r.Context(), r.FormValue("basket"), wait))
	})
	mux.HandleFunc("/put", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, board.Tell(r.Context(), r.FormValue("basket"), r.FormValue("item")))
	})
	ops.Start(mux)
	ops.Wait()
}
