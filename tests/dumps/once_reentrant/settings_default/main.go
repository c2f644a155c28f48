// Command settings shows the settings of the shop.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/settings/internal/ops"
	"github.com/northshop/settings/internal/settings"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/currency", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, settings.Default().Get("currency"))
	})
	ops.Start(mux)
	ops.Wait()
}
