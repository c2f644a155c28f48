// Command status shows what the pods of the shop said last.
package main

import (
	"io"
	"log"
	"net/http"

	"github.com/northshop/status/internal/ops"
	"github.com/northshop/status/internal/pods"
)

func main() {
	cluster := pods.Of("http://" + startPeer())
	mux := http.NewServeMux()
	mux.HandleFunc("/said", func(w http.ResponseWriter, r *http.Request) {
		line, err := cluster.LastLine(r.Context(), r.URL.Query().Get("pod"))
		if err != nil {
			log.Printf("said: %v", err)
			http.Error(w, "nothing", http.StatusBadGateway)
			return
		}
		io.WriteString(w, line)
	})
	ops.Start(mux)
	ops.Wait()
}
