package main

import (
	"net/http"
	"os"
	"time"

	"tenancyapp/notices/internal/ops"
	"tenancyapp/notices/mailer"
)

func main() {
	m := mailer.New(os.Getenv("UPSTREAM_SILENT"), 3)
	go m.Digest(2 * time.Second)
	mux := http.NewServeMux()
	mux.HandleFunc("/invite", func(w http.ResponseWriter, r *http.Request) {
		m.Send(mailer.Mail{To: r.URL.Query().Get("to"), Text: "welcome"})
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
