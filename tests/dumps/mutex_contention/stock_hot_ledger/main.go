package main

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"grossmarkt.at/stock/internal/ops"
	"grossmarkt.at/stock/ledger"
)

type market struct {
	ledger *ledger.Ledger
	prices chan string
}

func (m *market) book(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	kilos, _ := strconv.Atoi(q.Get("kilos"))
	fmt.Fprintf(w, "%x\n", m.ledger.Append(ledger.Entry{Stall: q.Get("stall"), Good: "tomato", Kilos: kilos}))
}

func (m *market) quote() {
	for {
		select {
		case <-m.prices:
		case <-time.After(time.Second):
		}
	}
}

func main() {
	m := &market{ledger: &ledger.Ledger{}, prices: make(chan string)}
	for i := 0; i < 8000; i++ {
		m.ledger.Restore(ledger.Entry{Stall: "s" + strconv.Itoa(i%40), Good: "leek", Kilos: i})
	}
	go m.quote()
	mux := http.NewServeMux()
	mux.HandleFunc("/book", m.book)
	ops.Start(mux)
	ops.Wait()
}
