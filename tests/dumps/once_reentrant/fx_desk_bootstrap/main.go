package main

import (
	"fmt"
	"net/http"

	"handelsbord.se/fx/calendar"
	"handelsbord.se/fx/internal/ops"
	"handelsbord.se/fx/refdata"
)

func round(w http.ResponseWriter, r *http.Request) {
	c := r.URL.Query().Get("ccy")
	fmt.Fprintf(w, "%s has %d decimals\n", c, refdata.Load().Decimals[c])
}

func main() {
	refdata.UseCalendar(calendar.New())
	mux := http.NewServeMux()
	mux.HandleFunc("/round", round)
	ops.Start(mux)
	ops.Wait()
}
