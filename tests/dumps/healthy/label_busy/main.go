// Command labelbusy prints labels with at most eight connections to the carrier, under load.
package main

import (
	"io"
	"net/http"
	"time"

	"github.com/northshop/labelbusy/internal/ops"
)

func main() {
	client := &http.Client{
		Timeout:   5 * time.Second,
		Transport: &http.Transport{MaxConnsPerHost: 8, MaxIdleConnsPerHost: 8, IdleConnTimeout: time.Minute},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/label", func(w http.ResponseWriter, r *http.Request) {
		req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, ops.Upstream(false)+"/slow?ms=40", nil)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		resp, err := client.Do(req)
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
