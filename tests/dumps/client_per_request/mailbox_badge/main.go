// Command postbox tells the staff how many mails wait.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/northshop/postbox/internal/mailbox"
	"github.com/northshop/postbox/internal/ops"
)

func main() {
	box := mailbox.New(startPost())
	mux := http.NewServeMux()
	mux.HandleFunc("/unread", func(w http.ResponseWriter, r *http.Request) {
		n, err := box.Unread()
		if err != nil {
			log.Printf("unread: %v", err)
			http.Error(w, "the mail server does not answer", http.StatusBadGateway)
			return
		}
		fmt.Fprintln(w, n)
	})
	ops.Start(mux)
	ops.Wait()
}
