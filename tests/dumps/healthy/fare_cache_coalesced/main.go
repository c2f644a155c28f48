package main

import (
	"fmt"
	"io"
	"net/http"
	"time"

	"bitbucket.org/skyfare/pricing/cache"
	"bitbucket.org/skyfare/pricing/internal/ops"
)

var supplier = &http.Client{Timeout: 4 * time.Second}

func quote(route string) (string, error) {
	resp, err := supplier.Get(ops.Upstream(false) + "/slow?ms=2500&route=" + route)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return string(b), err
}

func main() {
	fares := cache.NewLoading(3*time.Second, quote)
	mux := http.NewServeMux()
	mux.HandleFunc("/fare", func(w http.ResponseWriter, r *http.Request) {
		fare, err := fares.Get(r.FormValue("route"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprint(w, fare)
	})
	ops.Start(mux)
	ops.Wait()
}
