// Command prices is asked by the ticket desks.
package main

import (
	"fmt"
	"net/http"
	"time"

	"example.org/cinema/prices/internal/ops"
	"example.org/cinema/prices/rules"
)

func refresh(e *rules.Engine, every time.Duration) {
	tick := time.NewTicker(every)
	for i := 100; ; i++ {
		e.Replace(rules.Extra(i), rules.Cap{Engine: e, Hall: 1, Percent: 90})
		<-tick.C
	}
}

func main() {
	e := rules.NewEngine()
	go refresh(e, 40*time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, e.Price(rules.Show{Film: r.URL.Query().Get("film"), Hall: 2, Start: time.Now()}))
	})
	ops.Start(mux)
	ops.Wait()
}
