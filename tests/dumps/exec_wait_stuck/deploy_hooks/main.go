// Command deployhooks runs the hooks of a shop's deployment.
package main

import (
	"context"
	"net/http"
	"os/exec"
	"time"

	"github.com/northshop/deployhooks/internal/ops"
)

type hooks struct{ shell string }

func (h *hooks) run(ctx context.Context, script string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	// BUG: the script starts a daemon that inherits our pipe; CombinedOutput waits for the end of the daemon, and
	// the time-out kills only the shell.
	return exec.CommandContext(ctx, h.shell, "-c", script).CombinedOutput()
}

func main() {
	h := &hooks{"/bin/sh"}
	mux := http.NewServeMux()
	mux.HandleFunc("/hook", func(w http.ResponseWriter, r *http.Request) {
		out, err := h.run(context.Background(), "sleep 400 & echo started")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Write(out)
	})
	ops.Start(mux)
	ops.Wait()
}
