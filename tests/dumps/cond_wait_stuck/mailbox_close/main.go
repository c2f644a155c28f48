// Command mailbox delivers messages to open chats.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/mailbox/internal/box"
	"github.com/northshop/mailbox/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/chat", func(w http.ResponseWriter, r *http.Request) {
		b := box.Open(r.URL.Query().Get("id"), 3)
		b.Put("welcome")
		time.Sleep(20 * time.Millisecond) // the chat
		b.Close()
		fmt.Fprintln(w, "closed")
	})
	ops.Start(mux)
	ops.Wait()
}
