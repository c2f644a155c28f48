// Command seats sells seats; one goroutine owns the plan and the others send it commands.
package main

import (
	"fmt"
	"net/http"

	"github.com/northshop/seats/internal/ops"
)

type command struct {
	kind  string
	seat  string
	reply chan bool
}

type plan struct {
	commands chan command
	taken    map[string]bool
}

func (p *plan) run() {
	for c := range p.commands {
		switch c.kind {
		case "reserve":
			c.reply <- !p.taken[c.seat]
			p.taken[c.seat] = true
		case "release":
			if !p.taken[c.seat] {
				continue // BUG: nothing to release, and no reply either
			}
			delete(p.taken, c.seat)
			c.reply <- true
		}
	}
}

func (p *plan) do(kind, seat string) bool {
	reply := make(chan bool, 1)
	p.commands <- command{kind, seat, reply}
	return <-reply
}

func main() {
	p := &plan{commands: make(chan command), taken: map[string]bool{}}
	go p.run()
	mux := http.NewServeMux()
	for _, kind := range []string{"reserve", "release"} {
		kind := kind
		mux.HandleFunc("/"+kind, func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, p.do(kind, r.URL.Query().Get("seat")))
		})
	}
	ops.Start(mux)
	ops.Wait()
}
