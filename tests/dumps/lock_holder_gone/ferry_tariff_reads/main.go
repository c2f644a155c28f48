// Command tariffs answers the ticket machines.
package main

import (
	"fmt"
	"net/http"
	"time"

	"example.org/ferry/tariffs/internal/ops"
	"example.org/ferry/tariffs/tariff"
)

type importer struct {
	book  *tariff.Book
	every time.Duration
}

func (i importer) run() {
	tick := time.NewTicker(i.every)
	defer tick.Stop()
	for cents := 1200; ; cents += 10 {
		<-tick.C
		i.book.SetBase("mainland-north", cents)
	}
}

func main() {
	book := tariff.NewBook()
	go importer{book, 700 * time.Millisecond}.run()
	mux := http.NewServeMux()
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		cents, err := book.Price(q.Get("from"), q.Get("to"), time.Now())
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		fmt.Fprintln(w, cents)
	})
	mux.HandleFunc("/routes", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, book.Routes())
	})
	ops.Start(mux)
	ops.Wait()
}
