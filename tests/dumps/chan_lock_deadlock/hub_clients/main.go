// Command hub sends stock changes to the tills of all shops.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/hub/internal/hub"
	"github.com/northshop/hub/internal/ops"
)

func main() {
	h := hub.New()
	go h.Run()
	mux := http.NewServeMux()
	mux.HandleFunc("/till", func(w http.ResponseWriter, r *http.Request) {
		h.Join(r.URL.Query().Get("id"))
		fmt.Fprintln(w, "joined")
	})
	mux.HandleFunc("/change", func(w http.ResponseWriter, r *http.Request) {
		h.Publish(r.URL.Query().Get("sku"))
		fmt.Fprintln(w, "sent")
	})
	ops.Start(mux)
	ops.Wait()
}
