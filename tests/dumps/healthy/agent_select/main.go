// Command agent runs its parts for the life of the process; main and one part wait in select {}.
package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/northshop/agent/internal/ops"
)

type collector struct{ name string }

func (c *collector) run() {
	time.AfterFunc(time.Hour, func() { fmt.Println(c.name) })
	select {}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/state", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "ok") })
	ops.Start(mux)
	c := &collector{"hourly"}
	go c.run()
	select {}
}
