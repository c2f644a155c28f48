// Command labels shows what kind of file a parcel label is.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/northshop/labels/internal/archive"
	"github.com/northshop/labels/internal/ops"
)

func main() {
	labels, err := archive.Open(startPeer())
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/kind", func(w http.ResponseWriter, r *http.Request) {
		kind, err := labels.Kind(r.Context(), r.URL.Query().Get("label"))
		if err != nil {
			log.Printf("kind: %v", err)
			http.Error(w, "no such label", http.StatusNotFound)
			return
		}
		fmt.Fprintln(w, kind)
	})
	ops.Start(mux)
	ops.Wait()
}
