package main

import (
	"fmt"
	"net/http"
	"time"

	"geoportal.cz/render/internal/ops"
	"geoportal.cz/render/tool"
)

func main() {
	t := tool.New("sh", 300*time.Millisecond)
	mux := http.NewServeMux()
	mux.HandleFunc("/render", func(w http.ResponseWriter, r *http.Request) {
		out, err := t.Render(r.Context(), r.URL.Query().Get("sheet"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintf(w, "%d bytes\n", len(out))
	})
	ops.Start(mux)
	ops.Wait()
}
