// Command lists keeps the lists of what museums have lent to each other.
package main

import (
	"net/http"
	"strings"

	"loans.harrowgate.example/lists/internal/lists"
	"loans.harrowgate.example/lists/internal/ops"
	"loans.harrowgate.example/lists/internal/vault"
)

type handler struct{ exp *lists.Exporter }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	museum := strings.TrimPrefix(r.URL.Path, "/lists/")
	if err := h.exp.Export(r.Context(), museum, lists.Sample(400)); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/lists/", &handler{&lists.Exporter{To: vault.Dial(ops.Upstream(false), "loans")}})
	ops.Start(mux)
	ops.Wait()
}
