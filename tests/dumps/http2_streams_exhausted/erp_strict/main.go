// Command erpstrict books orders in the ERP system, which accepts one connection from us.
package main

import (
	"crypto/tls"
	"net/http"
	"os"

	"golang.org/x/net/http2"

	"github.com/northshop/erpstrict/internal/ops"
)

type erp struct {
	base string
	http *http.Client
}

func newERP(base string) *erp {
	// The server's limit of streams is kept by waiting instead of by opening more connections.
	return &erp{base, &http.Client{Transport: &http2.Transport{
		StrictMaxConcurrentStreams: true,
		TLSClientConfig:            &tls.Config{InsecureSkipVerify: true},
	}}}
}

func (e *erp) book(order string) error {
	// BUG: without a time-out; four bookings that hang take all streams of the only connection.
	resp, err := e.http.Post(e.base+"/hang?order="+order, "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	e := newERP(os.Getenv("UPSTREAM_NARROW"))
	mux := http.NewServeMux()
	mux.HandleFunc("/book", func(w http.ResponseWriter, r *http.Request) {
		if err := e.book(r.URL.Query().Get("order")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
