// Command mailer sends a mail for each order.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/mailer/internal/mail"
	"github.com/northshop/mailer/internal/ops"
)

func main() {
	m := mail.New()
	mux := http.NewServeMux()
	mux.HandleFunc("/order", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 10; i++ {
			m.Send(fmt.Sprintf("%s-%d", r.URL.RawQuery, i))
		}
		fmt.Fprintln(w, "thank you")
	})
	ops.Start(mux)
	ops.Wait()
}
