// Command pods tells when a pod changes for the first time.
package main

import (
	"log"
	"net/http"

	"deploys.osterby.example/pods/internal/ops"
	"deploys.osterby.example/pods/internal/pods"
)

func main() {
	svc, err := pods.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
