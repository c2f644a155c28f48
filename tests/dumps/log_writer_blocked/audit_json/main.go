// Command auditlog records each change as JSON on the standard input of a shipping process.
package main

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os/exec"
	"strings"

	"github.com/northshop/auditlog/internal/ops"
)

func main() {
	// The shipper got stuck: it still runs but does not read.
	ship := exec.Command("sleep", "600")
	in, err := ship.StdinPipe()
	if err != nil {
		log.Fatal(err)
	}
	if err := ship.Start(); err != nil {
		log.Fatal(err)
	}
	defer ship.Process.Kill()
	audit := slog.New(slog.NewJSONHandler(in, nil))
	mux := http.NewServeMux()
	mux.HandleFunc("/change", func(w http.ResponseWriter, r *http.Request) {
		audit.Info("changed", "user", r.URL.Query().Get("user"), "diff", strings.Repeat("-", 600))
		fmt.Fprintln(w, "ok")
	})
	ops.Start(mux)
	ops.Wait()
}
