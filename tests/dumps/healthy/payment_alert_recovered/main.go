// Command payments logs the payments that a bank declines.
package main

import (
	"log"
	"net/http"

	"payments.sorrel.example/front/internal/ops"
	"payments.sorrel.example/front/internal/pay"
)

func main() {
	svc, err := pay.New()
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	svc.Routes(mux)
	ops.Start(mux)
	ops.Wait()
}
