// Command push holds the connections of mobile phones.
package main

import (
	"net/http"
	"time"

	"github.com/northshop/agent-scrapes/internal/ops"
)

type phone struct {
	outbox chan string
	closed chan struct{}
}

func (p *phone) serve() {
	beat := time.NewTicker(time.Minute)
	defer beat.Stop()
	for {
		select {
		case <-p.outbox:
		case <-beat.C:
		case <-p.closed:
			return
		}
	}
}

func main() {
	phones := make([]*phone, ops.Count(100))
	for i := range phones {
		phones[i] = &phone{make(chan string), make(chan struct{})}
		go phones[i].serve()
	}
	ops.Start(http.NewServeMux())
	ops.Wait()
}
