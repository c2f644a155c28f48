// Package gateway is the HTTP side of the gateway.
package gateway

import (
	"fmt"
	"log"
	"net/http"
	"sync/atomic"
	"time"

	"kurier.example/smsgate/smpp"
)

type Gateway struct {
	session *smpp.Session
	sent    int64
	failed  int64
}

func New(session *smpp.Session) *Gateway { return &Gateway{session: session} }

// Send takes one message and answers with its identity at the message centre.
func (g *Gateway) Send(w http.ResponseWriter, r *http.Request) {
	id, err := g.session.Submit(r.URL.Query().Get("to"), r.URL.Query().Get("text"))
	if err != nil {
		atomic.AddInt64(&g.failed, 1)
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	atomic.AddInt64(&g.sent, 1)
	fmt.Fprintln(w, id)
}

func (g *Gateway) Status(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "sent %d, failed %d\n", atomic.LoadInt64(&g.sent), atomic.LoadInt64(&g.failed))
}

// Report writes a line of statistics now and then.
func (g *Gateway) Report() {
	for range time.Tick(time.Minute) {
		log.Printf("sent %d, failed %d", atomic.LoadInt64(&g.sent), atomic.LoadInt64(&g.failed))
	}
}
