// Command prices answers long polls when the prices change, every half minute.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/prices/internal/ops"
	"github.com/northshop/prices/internal/watch"
)

func main() {
	store := watch.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/after", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, store.After(store.After(-1)))
	})
	ops.Start(mux)
	ops.Wait()
}
