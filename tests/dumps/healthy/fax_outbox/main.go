package main

import (
	"net/http"

	"fax.example/gateway/fax"
	"fax.example/gateway/internal/ops"
)

func main() {
	office := fax.NewOffice(8)
	mux := http.NewServeMux()
	mux.HandleFunc("/send", office.Send)
	ops.Start(mux)
	ops.Wait()
	office.Close()
}
