package main

import (
	"io"
	"net/http"
	"os"

	"openbanking/partnergw/internal/ops"
	"openbanking/partnergw/partner"
)

func main() {
	dir := partner.NewDirectory(os.Getenv("UPSTREAM"))
	mux := http.NewServeMux()
	mux.HandleFunc("/p/{partner}/accounts", func(w http.ResponseWriter, r *http.Request) {
		resp, err := dir.Client(r.PathValue("partner")).Get(dir.Base + "/slow?ms=120")
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
