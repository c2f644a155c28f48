// Command thumbnails runs a converter for each picture; a large one takes half a minute.
package main

import (
	"context"
	"net/http"
	"os/exec"
	"time"

	"github.com/northshop/thumbnails/internal/ops"
)

func convert(ctx context.Context) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	return exec.CommandContext(ctx, "/bin/sh", "-c", "sleep 30; echo done").CombinedOutput()
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/thumbnail", func(w http.ResponseWriter, r *http.Request) {
		out, err := convert(r.Context())
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Write(out)
	})
	ops.Start(mux)
	ops.Wait()
}
