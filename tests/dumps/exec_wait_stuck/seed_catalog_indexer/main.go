package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"seeds.example/catalog/internal/ops"
	"seeds.example/catalog/tool"
)

func main() {
	runner := tool.NewRunner(16, 2*time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/index", func(w http.ResponseWriter, r *http.Request) {
		go func() {
			out, err := runner.Run(context.Background(), "sleep 240 & echo indexed "+r.URL.Query().Get("lot"))
			fmt.Println(out, err)
		}()
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
