// Command edge is the reverse proxy in front of the tenants' applications.
package main

import (
	"log"
	"net/http"
	"os"

	"rand.example/edge/edge"
	"rand.example/edge/internal/ops"
)

func main() {
	proxy, err := edge.New(map[string]string{"mail": ops.Upstream(false), "board": ops.Upstream(true)})
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(http.ListenAndServe(os.Getenv("LISTEN_PUBLIC"), proxy)) }()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
