// Command webhooks tells the merchants' servers about orders, over TLS with a key for each of them.
package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/northshop/webhooks/internal/ops"
)

type Event struct {
	Merchant string
	Body     []byte
}

type Notifier struct {
	base   string
	events chan Event
}

// clientFor makes a client with the merchant's own certificate.
func (n *Notifier) clientFor(merchant string) *http.Client {
	// BUG: called for each event; the transports are never kept and never closed.
	return &http.Client{Transport: &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		TLSHandshakeTimeout: 5 * time.Second,
		TLSClientConfig:     &tls.Config{ServerName: "example.com", InsecureSkipVerify: true},
	}}
}

func (n *Notifier) deliver(ctx context.Context, e Event) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "POST", n.base+"/hooks/"+e.Merchant, bytes.NewReader(e.Body))
	if err != nil {
		return err
	}
	resp, err := n.clientFor(e.Merchant).Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
	if resp.StatusCode >= 300 {
		return fmt.Errorf("merchant %s answered %s", e.Merchant, resp.Status)
	}
	return nil
}

func (n *Notifier) run() {
	for e := range n.events {
		if err := n.deliver(context.Background(), e); err != nil {
			fmt.Println("webhook:", err)
		}
	}
}

func main() {
	n := &Notifier{base: ops.Upstream(true), events: make(chan Event, 64)}
	for i := 0; i < 4; i++ {
		go n.run()
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/event", func(w http.ResponseWriter, r *http.Request) {
		n.events <- Event{r.URL.Query().Get("merchant"), []byte(`{"order": 4711}`)}
		w.WriteHeader(http.StatusAccepted)
	})
	ops.Start(mux)
	ops.Wait()
}
