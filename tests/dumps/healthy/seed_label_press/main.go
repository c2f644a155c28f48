package main

import (
	"net/http"
	"time"

	"seeds.example/labels/internal/ops"
	"seeds.example/labels/tool"
)

func main() {
	runner := tool.NewRunner(6, 20*time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/labels", func(w http.ResponseWriter, r *http.Request) {
		out, err := runner.Run(r.Context(), "sleep 1; echo label "+r.URL.Query().Get("lot"))
		if err != nil {
			http.Error(w, err.Error(), 500)
			return
		}
		w.Write([]byte(out))
	})
	ops.Start(mux)
	ops.Wait()
}
