// Command ledgertls posts bookings to the ledger behind a load balancer that terminates TLS.
package main

import (
	"crypto/tls"
	"net/http"
	"os"

	"github.com/northshop/ledgertls/internal/ops"
)

type ledger struct{ http *http.Client }

func newLedger() *ledger {
	// BUG: a Transport of one's own has no TLSHandshakeTimeout; the balancer accepts and then says nothing.
	return &ledger{&http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}}}
}

func (l *ledger) post(booking string) error {
	resp, err := l.http.Post("https://"+os.Getenv("UPSTREAM_SILENT")+"/bookings/"+booking, "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	l := newLedger()
	mux := http.NewServeMux()
	mux.HandleFunc("/book", func(w http.ResponseWriter, r *http.Request) {
		if err := l.post(r.URL.Query().Get("id")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
