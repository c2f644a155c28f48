// Command rates converts prices with the rates of an exchange that speaks HTTP/2 only.
package main

import (
	"crypto/tls"
	"fmt"
	"io"
	"net/http"

	"github.com/northshop/rates/internal/ops"
	"golang.org/x/net/http2"
)

func rate(base, currency string) (string, error) {
	// BUG: a Transport, and with it a connection that nobody closes, for each question.
	client := &http.Client{Transport: &http2.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
	}}
	resp, err := client.Get(base + "/rates/" + currency)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		rate, err := rate(ops.Upstream(true), r.URL.Query().Get("currency"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprint(w, rate)
	})
	ops.Start(mux)
	ops.Wait()
}
