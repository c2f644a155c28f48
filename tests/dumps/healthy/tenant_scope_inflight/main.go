// Command dossier keeps files of cases.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"saas.example/dossier/internal/ops"
	"saas.example/dossier/scope"
)

var errUnknown = errors.New("no such case")

type Archive struct {
	mu    sync.RWMutex
	cases map[string]int
}

func (a *Archive) pages(ctx context.Context, id string) (int, error) {
	select {
	case <-time.After(25 * time.Second):
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	a.mu.RLock()
	defer a.mu.RUnlock()
	n, ok := a.cases[id]
	if !ok {
		return 0, errUnknown
	}
	return n, nil
}

type API struct {
	archive *Archive
	tenants map[string]*scope.Tenant
	limit   time.Duration
}

func (a *API) count(w http.ResponseWriter, r *http.Request) {
	tenant := a.tenants[r.URL.Query().Get("tenant")]
	if tenant == nil {
		http.Error(w, "who?", http.StatusUnauthorized)
		return
	}
	ctx, cancel := context.WithTimeout(scope.Of(r.Context(), tenant), a.limit)
	defer cancel()
	n, err := a.archive.pages(ctx, r.URL.Query().Get("case"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	fmt.Fprintln(w, n)
}

func main() {
	api := &API{
		archive: &Archive{cases: map[string]int{"C1": 40, "C2": 7}},
		tenants: map[string]*scope.Tenant{"notary": scope.NewTenant("notary"), "court": scope.NewTenant("court")},
		limit:   15 * time.Minute,
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/count", api.count)
	ops.Start(mux)
	ops.Wait()
}
