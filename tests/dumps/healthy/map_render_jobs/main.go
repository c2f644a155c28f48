package main

import (
	"fmt"
	"net/http"

	"geoportal.cz/jobs/internal/ops"
	"geoportal.cz/jobs/tool"
)

func main() {
	t := tool.New("sh")
	mux := http.NewServeMux()
	mux.HandleFunc("/render", func(w http.ResponseWriter, r *http.Request) {
		out, err := t.Render(r.Context(), r.URL.Query().Get("sheet"))
		fmt.Fprintln(w, len(out), err)
	})
	ops.Start(mux)
	ops.Wait()
}
