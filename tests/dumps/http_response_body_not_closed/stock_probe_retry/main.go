package main

import (
	"io"
	"net/http"
	"strings"

	"gitlab.shelfwise.net/probe/httpx"
	"gitlab.shelfwise.net/probe/internal/ops"
)

func main() {
	isJSON := func(r *http.Response) bool {
		return strings.HasPrefix(r.Header.Get("Content-Type"), "application/json")
	}
	client := httpx.Client(0, httpx.Agent("probe/2"), httpx.Expect(isJSON))
	ask := func(path string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			resp, err := client.Get(ops.Upstream(false) + path)
			if err != nil {
				http.Error(w, err.Error(), http.StatusBadGateway)
				return
			}
			defer resp.Body.Close()
			io.Copy(w, resp.Body)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/stock", ask("/stock/12"))
	mux.HandleFunc("/catalogue", ask("/big"))
	ops.Start(mux)
	ops.Wait()
}
