package main

import (
	"fmt"
	"net/http"
	"time"

	"oddsline/quotes/internal/ops"
	"oddsline/quotes/odds"
)

type betting struct{}

func (betting) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	o := odds.Best(r.FormValue("event"))
	fmt.Fprintf(w, "%s %.2f\n", o.House, o.Price)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/best", http.TimeoutHandler(betting{}, 200*time.Millisecond, "no quote"))
	ops.Start(mux)
	ops.Wait()
}
