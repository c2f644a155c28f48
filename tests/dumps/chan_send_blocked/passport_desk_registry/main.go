package main

import (
	"fmt"
	"net/http"
	"time"

	"border.gov.ee/desk/internal/ops"
	"border.gov.ee/desk/registry"
)

type desk struct {
	reg *registry.Registry
}

// watch streams the first few changes of a desk and then leaves.
func (d *desk) watch(w http.ResponseWriter, r *http.Request) {
	inbox := d.reg.Subscribe(r.URL.Query().Get("desk"))
	for i := 0; i < 2; i++ {
		select {
		case change := <-inbox:
			fmt.Fprintln(w, change)
		case <-time.After(200 * time.Millisecond):
		}
	}
	time.Sleep(150 * time.Millisecond)
	d.reg.Unsubscribe(r.URL.Query().Get("desk"), inbox)
}

func (d *desk) change(w http.ResponseWriter, r *http.Request) {
	d.reg.Publish(r.URL.Query().Get("desk"), "changed by "+r.RemoteAddr)
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	d := &desk{reg: registry.New()}
	mux := http.NewServeMux()
	mux.HandleFunc("/watch", d.watch)
	mux.HandleFunc("/change", d.change)
	ops.Start(mux)
	ops.Wait()
}
