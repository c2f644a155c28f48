// Command smsgate takes short messages over HTTP and hands them to the operator's message centre.
package main

import (
	"log"
	"net/http"
	"time"

	"funkpost.example/smsgate/gateway"
	"funkpost.example/smsgate/internal/ops"
	"funkpost.example/smsgate/lab"
	"funkpost.example/smsgate/smpp"
)

func main() {
	centre := lab.Start(250 * time.Millisecond)
	session, err := smpp.Bind(centre, "kurier", "secret")
	if err != nil {
		log.Fatal(err)
	}
	g := gateway.New(session)
	go g.Report()
	mux := http.NewServeMux()
	mux.HandleFunc("/sms", g.Send)
	mux.HandleFunc("/status", g.Status)
	ops.Start(mux)
	ops.Wait()
	session.Close()
}
