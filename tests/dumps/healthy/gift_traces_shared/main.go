// Command gifts wraps presents; each is traced.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/northshop/gifts/internal/ops"
	"github.com/northshop/gifts/internal/traces"
)

func main() {
	os.Setenv("ELASTIC_APM_SERVER_URL", "http://"+startPeer())
	reporter, err := traces.Open("gifts")
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/wrap", func(w http.ResponseWriter, r *http.Request) {
		err := reporter.Trace("wrap", func() { fmt.Fprintf(w, "wrapped %s\n", r.URL.Query().Get("gift")) })
		if err != nil {
			log.Printf("traces: %v", err)
		}
	})
	ops.Start(mux)
	ops.Wait()
}
