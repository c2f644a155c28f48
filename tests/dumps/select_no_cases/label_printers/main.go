// Command labels prints parcel labels; a station opens a session for each shift.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/labels/internal/ops"
	"github.com/northshop/labels/internal/printer"
)

func main() {
	m := printer.NewManager()
	mux := http.NewServeMux()
	mux.HandleFunc("/shift", func(w http.ResponseWriter, r *http.Request) {
		m.Open(r.URL.Query().Get("station"))
		fmt.Fprintln(w, "ready")
	})
	ops.Start(mux)
	ops.Wait()
}
