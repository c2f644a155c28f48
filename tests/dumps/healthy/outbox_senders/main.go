// Command outbox sends the mails that requests leave in it.
package main

import (
	"net/http"

	"github.com/northshop/outbox/internal/ops"
	"github.com/northshop/outbox/internal/outbox"
)

func main() {
	box := outbox.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/mail", func(w http.ResponseWriter, r *http.Request) { box.Put(1) })
	ops.Start(mux)
	ops.Wait()
}
