// Command conf reloads configuration when its files change.
package main

import (
	"log"
	"net/http"

	"conf.halloran.example/fragments/internal/ops"
	"conf.halloran.example/fragments/internal/watch"
)

func main() {
	svc, err := watch.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
