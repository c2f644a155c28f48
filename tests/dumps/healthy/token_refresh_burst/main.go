package main

import (
	"io"
	"net/http"
	"os"

	"github.com/kestrel-hr/payslip/auth"
	"github.com/kestrel-hr/payslip/internal/ops"
)

func main() {
	up := os.Getenv("UPSTREAM")
	src := auth.Cached(auth.ClientCredentials(up + os.Getenv("TOKEN_PATH")))
	hc := &http.Client{Transport: &auth.Transport{Source: src}}
	mux := http.NewServeMux()
	mux.HandleFunc("/payslip", func(w http.ResponseWriter, r *http.Request) {
		req, _ := http.NewRequestWithContext(r.Context(), http.MethodGet, up+"/payslips/"+r.URL.Query().Get("id"), nil)
		resp, err := hc.Do(req)
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
