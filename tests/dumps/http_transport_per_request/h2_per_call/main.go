// Command rates converts prices with the rates of an exchange that speaks HTTP/2.
package main

import (
	"crypto/tls"
	"fmt"
	"io"
	"net/http"

	"github.com/northshop/rates/internal/ops"
)

// exchange is built by the dependency container, anew for each request.
type exchange struct {
	base string
	http *http.Client
}

func newExchange(base string) *exchange {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.IdleConnTimeout = 0 // the exchange asked for long-lived connections
	t.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	t.ForceAttemptHTTP2 = true
	return &exchange{base: base, http: &http.Client{Transport: t}}
}

func (e *exchange) rate(currency string) (string, error) {
	resp, err := e.http.Get(e.base + "/rates/" + currency)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return string(b), err
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		// BUG: a client, and with it a connection, for each price.
		rate, err := newExchange(ops.Upstream(true)).rate(r.URL.Query().Get("currency"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprint(w, rate)
	})
	ops.Start(mux)
	ops.Wait()
}
