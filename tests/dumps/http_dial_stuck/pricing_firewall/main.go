// Command pricingfirewall asks the pricing service in the other data centre.
package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"

	"github.com/northshop/pricingfirewall/internal/ops"
)

// client reaches the service over the address that service discovery gives.
func client(address string) *http.Client {
	var dialer net.Dialer // BUG: no Timeout; packets that a firewall drops are waited for until the kernel gives up
	return &http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return dialer.DialContext(ctx, network, address)
		},
	}}
}

func main() {
	pricing := client(os.Getenv("UPSTREAM_FULL"))
	mux := http.NewServeMux()
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		resp, err := pricing.Get("http://pricing.shop.example/price?sku=" + r.URL.Query().Get("sku"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		io.Copy(w, resp.Body)
	})
	ops.Start(mux)
	ops.Wait()
}
