// invoice-sync pushes invoices of all tenants into their ERP systems.
package main

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"strings"

	"git.acme.io/finops/invoice-sync/erp"
	"git.acme.io/finops/invoice-sync/tenancy"
)

type api struct {
	vault   *tenancy.Vault
	clients *erp.Registry
	logger  *slog.Logger
}

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id := strings.TrimPrefix(r.URL.Path, "/tenants/")
	cred := a.vault.Lookup(id)
	c, err := a.clients.For(cred)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	inv, err := c.Invoice(r.Context(), "INV-2026-0001")
	if err != nil {
		a.logger.Error("sync", "tenant", id, "err", err)
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	_ = json.NewEncoder(w).Encode(inv)
}

func main() {
	logger := slog.New(slog.NewTextHandler(os.Stderr, nil))
	vault := tenancy.Open(25)
	go vault.Rotate()
	http.Handle("/tenants/", &api{vault, erp.NewRegistry(os.Getenv("UPSTREAM")), logger})
	errs := make(chan error, 1)
	go func() { errs <- http.ListenAndServe(os.Getenv("LISTEN"), nil) }()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	select {
	case err := <-errs:
		if !errors.Is(err, http.ErrServerClosed) {
			logger.Error("serve", "err", err)
		}
	case <-stop:
	}
}
