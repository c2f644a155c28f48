// Command deliverydates asks the carriers when an order would arrive; they are slow today.
package main

import (
	"io"
	"net/http"
	"time"

	"github.com/northshop/deliverydates/internal/ops"
)

type carriers struct {
	base string
	http *http.Client
}

func (c *carriers) date(order string) ([]byte, error) {
	resp, err := c.http.Get(c.base + "/slow?ms=100000&order=" + order)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func main() {
	c := &carriers{ops.Upstream(false), &http.Client{Timeout: 2 * time.Minute}}
	mux := http.NewServeMux()
	mux.HandleFunc("/date", func(w http.ResponseWriter, r *http.Request) {
		date, err := c.date(r.URL.Query().Get("order"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusGatewayTimeout)
			return
		}
		w.Write(date)
	})
	ops.Start(mux)
	ops.Wait()
}
