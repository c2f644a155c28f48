package main

import (
	"expvar"
	"fmt"
	"net/http"
	"time"

	"github.com/oakmere/flagd/flags"
	"github.com/oakmere/flagd/internal/ops"
	"github.com/oakmere/flagd/tenant"
)

var changes = expvar.NewInt("changes")

func main() {
	store := flags.New()
	store.Observe(flags.ObserverFunc(func(string, bool) { changes.Add(1) }))
	tenant.Watch(store)

	mux := http.NewServeMux()
	mux.HandleFunc("/checkout", func(w http.ResponseWriter, r *http.Request) {
		if store.Enabled("new-checkout") {
			fmt.Fprintln(w, "new")
			return
		}
		fmt.Fprintln(w, "old")
	})
	mux.HandleFunc("/admin/set", func(w http.ResponseWriter, r *http.Request) {
		store.Set(r.FormValue("key"), r.FormValue("on") == "1")
	})
	go func() {
		for range time.Tick(700 * time.Millisecond) {
			store.Enabled("heartbeat")
		}
	}()
	ops.Start(mux)
	ops.Wait()
}
