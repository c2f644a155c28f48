// Command render is the atlas's print server.
package main

import (
	"fmt"
	"net/http"
	"strconv"

	"example.org/atlas/render/internal/ops"
	"example.org/atlas/render/sheet"
)

func main() {
	renderer := sheet.New(40)
	mux := http.NewServeMux()
	mux.HandleFunc("/sheet", func(w http.ResponseWriter, r *http.Request) {
		scale, _ := strconv.Atoi(r.URL.Query().Get("scale"))
		sum, err := renderer.Render(r.Context(), sheet.Request{Name: r.URL.Query().Get("name"), Scale: scale})
		if err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		fmt.Fprintln(w, sum)
	})
	ops.Start(mux)
	ops.Wait()
}
