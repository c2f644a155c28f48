// Command sessions keeps the sessions that were used last.
package main

import (
	"log"
	"net/http"

	"sessions.tamarack.example/hot/internal/ops"
	"sessions.tamarack.example/hot/internal/session"
)

func main() {
	svc, err := session.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
