// Command accounts opens customers' accounts and has them welcomed by mail.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/northshop/accounts/internal/mails"
	"github.com/northshop/accounts/internal/ops"
)

func main() {
	queue, err := mails.NewQueue(os.Getenv("UPSTREAM_AMQP"))
	if err != nil {
		log.Fatal(err)
	}
	go queue.Run()
	mux := http.NewServeMux()
	mux.HandleFunc("/signup", func(w http.ResponseWriter, r *http.Request) {
		queue.Welcome(r.URL.Query().Get("email"))
		w.WriteHeader(http.StatusCreated)
	})
	ops.Start(mux)
	ops.Wait()
}
