// Command sms sends short messages and waits for their receipts.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/sms/internal/ops"
)

type receipt struct{ id string }

type gateway struct{ sent int }

func (g *gateway) send(id string) error {
	receipts := make(chan receipt)
	go g.awaitReceipt(receipts)
	go g.poll(id, receipts)
	return nil // BUG: nobody closes receipts, awaitReceipt ranges for ever
}

func (g *gateway) awaitReceipt(receipts chan receipt) {
	for r := range receipts {
		g.sent += len(r.id)
	}
}

func (g *gateway) poll(id string, receipts chan receipt) {
	time.Sleep(5 * time.Millisecond)
	receipts <- receipt{id}
}

func main() {
	g := &gateway{}
	mux := http.NewServeMux()
	mux.HandleFunc("/send", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, g.send(r.URL.RawQuery))
	})
	ops.Start(mux)
	ops.Wait()
}
