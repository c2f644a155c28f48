// Command catalog stores and finds articles.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/catalog/internal/catalog"
	"github.com/northshop/catalog/internal/ops"
)

func main() {
	c := catalog.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/put", func(w http.ResponseWriter, r *http.Request) {
		c.Put(r.URL.Query().Get("sku"), "a good thing")
		fmt.Fprintln(w, "stored")
	})
	mux.HandleFunc("/title", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, c.Title(r.URL.Query().Get("sku")))
	})
	go func() {
		for range time.Tick(50 * time.Millisecond) {
			c.Index().Rebuild()
		}
	}()
	ops.Start(mux)
	ops.Wait()
}
