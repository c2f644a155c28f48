// Command portal serves the shop's tenants; what they do is written to the audit log.
package main

import (
	"net/http"
	"os"
	"path/filepath"

	"github.com/northshop/portal/internal/audit"
	"github.com/northshop/portal/internal/ops"
)

func main() {
	book := audit.Open(filepath.Join(os.TempDir(), "portal-audit.log"))
	mux := http.NewServeMux()
	mux.HandleFunc("/settings", func(w http.ResponseWriter, r *http.Request) {
		tenant := r.URL.Query().Get("tenant")
		book.Record(tenant, "settings changed")
		w.WriteHeader(http.StatusNoContent)
	})
	ops.Start(mux)
	ops.Wait()
}
