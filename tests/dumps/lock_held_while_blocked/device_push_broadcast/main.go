// Command push posts notifications to devices.
package main

import (
	"log"
	"net/http"

	"push.ellingham.example/gateway/internal/ops"
	"push.ellingham.example/gateway/internal/push"
)

func main() {
	svc, err := push.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
