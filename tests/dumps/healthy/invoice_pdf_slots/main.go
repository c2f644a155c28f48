package main

import (
	"context"
	"net/http"
	"os/exec"
	"time"

	"rechnung.cloud/pdf/internal/ops"
	"rechnung.cloud/pdf/slots"
)

var gate = slots.New(4)

func convert(ctx context.Context, id string) ([]byte, error) {
	leave, err := gate.Enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return exec.CommandContext(ctx, "sh", "-c", `sleep 1.2; echo "%PDF $0"`, id).CombinedOutput()
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/invoice", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 30*time.Second)
		defer cancel()
		pdf, err := convert(ctx, r.FormValue("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		w.Write(pdf)
	})
	ops.Start(mux)
	ops.Wait()
}
