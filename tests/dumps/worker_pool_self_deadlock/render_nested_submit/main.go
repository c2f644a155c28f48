package main

import (
	"fmt"
	"net/http"
	"strconv"

	"papertrail.cloud/renderd/docs"
	"papertrail.cloud/renderd/internal/ops"
)

func main() {
	r := docs.NewRenderer(6)
	mux := http.NewServeMux()
	mux.HandleFunc("/render", func(w http.ResponseWriter, req *http.Request) {
		pages, err := strconv.Atoi(req.FormValue("pages"))
		if err != nil || pages > 200 {
			http.Error(w, "pages", http.StatusBadRequest)
			return
		}
		fmt.Fprintln(w, r.Document(req.FormValue("doc"), pages))
	})
	ops.Start(mux)
	ops.Wait()
}
