// Command imports reads suppliers' price lists and finds what has changed.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/northshop/imports/internal/ops"
	"github.com/northshop/imports/internal/pricelist"
)

type importHandler struct{ lists *pricelist.Importer }

func (h *importHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	changed, err := h.lists.Import(r.URL.Query().Get("supplier"))
	if err != nil {
		log.Printf("import: %v", err)
		http.Error(w, "import failed", http.StatusInternalServerError)
		return
	}
	fmt.Fprintf(w, "%d prices changed\n", changed)
}

func main() {
	lists, err := pricelist.NewImporter()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/import", &importHandler{lists})
	ops.Start(mux)
	ops.Wait()
}
