// Command parcelbodies tells whether the carrier knows a parcel; eight connections are kept for it.
package main

import (
	"context"
	"net/http"

	"github.com/northshop/parcelbodies/internal/ops"
)

type carrier struct {
	base string
	http *http.Client
}

func (c *carrier) known(ctx context.Context, parcel string) (bool, error) {
	req, err := http.NewRequestWithContext(context.WithoutCancel(ctx), http.MethodGet, c.base+"/big?parcel="+parcel, nil)
	if err != nil {
		return false, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return false, err
	}
	// BUG: the body stays open, so the connection is never given back to the eight.
	return resp.StatusCode == http.StatusOK, nil
}

func main() {
	c := &carrier{ops.Upstream(false), &http.Client{Transport: &http.Transport{MaxConnsPerHost: 8}}}
	mux := http.NewServeMux()
	mux.HandleFunc("/known", func(w http.ResponseWriter, r *http.Request) {
		if ok, err := c.known(r.Context(), r.URL.Query().Get("parcel")); err != nil || !ok {
			http.NotFound(w, r)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
