// Command flags says which features a shop has.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/northshop/flags/internal/features"
	"github.com/northshop/flags/internal/ops"
)

type flagHandler struct{ features *features.Set }

func (h *flagHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	on, err := h.features.On(r.Context(), r.URL.Query().Get("name"))
	if err != nil {
		log.Printf("flags: %v", err)
		http.Error(w, "unknown", http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, on)
}

func main() {
	set, err := features.Open(os.Getenv("UPSTREAM_ETCD"))
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/flag", &flagHandler{set})
	ops.Start(mux)
	ops.Wait()
}
