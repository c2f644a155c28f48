// Command crashes reports failures to Sentry.
package main

import (
	"log"
	"net/http"

	"crashes.vandermeer.example/tenants/internal/crash"
	"crashes.vandermeer.example/tenants/internal/ops"
)

func main() {
	svc, err := crash.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
