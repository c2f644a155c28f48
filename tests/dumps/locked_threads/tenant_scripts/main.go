// Command tenantscripts runs the price scripts of tenants; the script library wants a thread for each tenant.
package main

import (
	"fmt"
	"net/http"
	"runtime"
	"sync"

	"github.com/northshop/tenantscripts/internal/ops"
)

type engine struct{ calls chan func() }

func newEngine() *engine {
	e := &engine{make(chan func())}
	go func() {
		runtime.LockOSThread() // the library keeps its state in thread-local storage
		defer runtime.UnlockOSThread()
		for call := range e.calls {
			call()
		}
	}()
	return e
}

type engines struct {
	mu       sync.Mutex
	byTenant map[string]*engine
}

func (es *engines) of(tenant string) *engine {
	es.mu.Lock()
	defer es.mu.Unlock()
	e, ok := es.byTenant[tenant]
	if !ok {
		e = newEngine() // BUG: never closed, so each tenant that came once keeps a thread
		es.byTenant[tenant] = e
	}
	return e
}

func main() {
	es := &engines{byTenant: map[string]*engine{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/price", func(w http.ResponseWriter, r *http.Request) {
		price := make(chan int)
		tenant := r.URL.Query().Get("tenant")
		es.of(tenant).calls <- func() { price <- len(tenant) }
		fmt.Fprintln(w, <-price)
	})
	ops.Start(mux)
	ops.Wait()
}
