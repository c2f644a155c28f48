// Command trackingfeed copies the carriers' histories into the archive; a slow carrier takes minutes.
package main

import (
	"io"
	"net/http"

	"github.com/northshop/trackingfeed/internal/ops"
)

type archive struct {
	base string
	http *http.Client
}

// fetch reads the whole history, however slowly it comes.
func (a *archive) fetch(carrier string) (int64, error) {
	resp, err := a.http.Get(a.base + "/drip?ms=300&carrier=" + carrier)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return io.Copy(io.Discard, resp.Body)
}

func main() {
	a := &archive{ops.Upstream(false), &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}}
	mux := http.NewServeMux()
	mux.HandleFunc("/archive", func(w http.ResponseWriter, r *http.Request) {
		go a.fetch(r.URL.Query().Get("carrier"))
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
