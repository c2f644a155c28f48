// Command tokens signs payments.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/tokens/internal/auth"
	"github.com/northshop/tokens/internal/ops"
)

func main() {
	s := &auth.Source{URL: ops.Upstream(false) + "/hang", Client: &http.Client{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/sign", func(w http.ResponseWriter, r *http.Request) {
		token, err := s.Token()
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, len(token))
	})
	ops.Start(mux)
	ops.Wait()
}
